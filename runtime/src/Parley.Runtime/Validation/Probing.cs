namespace Parley;

/// <summary>As <see cref="VerdictOnly"/>, for the branches of <c>anyOf</c>, <c>oneOf</c>, <c>not</c> and <c>if</c>: they ask what a value is and make nothing of it.</summary>
public readonly struct Probing : IFailureSink<Probing>
{
    /// <inheritdoc/>
    public bool MakesValue => false;

    /// <inheritdoc/>
    public bool Reports => false;

    /// <inheritdoc/>
    public Probing In(string schema, string pointer) => this;

    /// <inheritdoc/>
    public Probing At(string pointer) => this;

    /// <inheritdoc/>
    public bool Fail(scoped ref Utf8JsonCursor reader, string pointer, string message) => false;

    /// <inheritdoc/>
    public bool FailAt(long start, string pointer, string message) => false;

    /// <inheritdoc/>
    public bool FailAlways(scoped ref Utf8JsonCursor reader, string pointer) => false;

    /// <inheritdoc/>
    public bool FailDuplicate(long start, string pointer) => false;
}
