namespace Parley;

/// <summary>Stops at the first broken rule and reports nothing; the compiler removes all reporting from checks made with it.</summary>
public readonly struct VerdictOnly : IFailureSink<VerdictOnly>
{
    /// <inheritdoc/>
    public bool MakesValue => true;

    /// <inheritdoc/>
    public bool Reports => false;

    /// <inheritdoc/>
    public VerdictOnly In(string schema, string pointer) => this;

    /// <inheritdoc/>
    public VerdictOnly At(string pointer) => this;

    /// <inheritdoc/>
    public bool Fail(scoped ref Utf8JsonCursor reader, string pointer, string message) => false;

    /// <inheritdoc/>
    public bool FailAt(long start, string pointer, string message) => false;

    /// <inheritdoc/>
    public bool FailAlways(scoped ref Utf8JsonCursor reader, string pointer) => false;

    /// <inheritdoc/>
    public bool FailDuplicate(long start, string pointer) => false;
}
