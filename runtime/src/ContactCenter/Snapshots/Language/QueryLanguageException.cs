namespace ContactCenter.Snapshots.Language;

/// <summary>A condition or an order that is not well formed. The message is for the caller: it names the position and what was expected.</summary>
internal sealed class QueryLanguageException(int position, string problem)
    : Exception($"{problem} (character {position})")
{
    /// <summary>The sentence without the position, without a full stop.</summary>
    public string Problem { get; } = problem;

    /// <summary>Where in the text, in UTF-16 code units from 1.</summary>
    public int Position { get; } = position;
}
