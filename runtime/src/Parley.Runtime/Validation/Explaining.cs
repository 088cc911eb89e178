namespace Parley;

/// <summary>Collects every broken rule, up to <see cref="MaximumErrors"/>.</summary>
public readonly struct Explaining : IFailureSink<Explaining>
{
    /// <summary>Most errors that one run collects: an answer for a person, and a bound on what a hostile text costs. 100.</summary>
    public const int MaximumErrors = 100;

    private readonly FailureCollector _collector;
    private readonly string _evaluationPath;
    private readonly string _schema;
    private readonly int _declarationLength;

    internal Explaining(FailureCollector collector, string evaluationPath = "", string schema = "", int declarationLength = 1)
    {
        _collector = collector;
        _evaluationPath = evaluationPath;
        _schema = schema;
        _declarationLength = declarationLength;
    }

    /// <inheritdoc/>
    public bool MakesValue => true;

    /// <inheritdoc/>
    public bool Reports => true;

    /// <inheritdoc/>
    public Explaining In(string schema, string pointer) => new(_collector, _evaluationPath, schema, pointer.Length);

    /// <inheritdoc/>
    public Explaining At(string pointer) => new(_collector, Evaluated(pointer), _schema, _declarationLength);

    /// <inheritdoc/>
    public bool Fail(scoped ref Utf8JsonCursor reader, string pointer, string message) => FailAt(reader.TokenStartIndex, pointer, message);

    /// <inheritdoc/>
    public bool FailAt(long start, string pointer, string message) =>
        Add(start, pointer, pointer[(pointer.LastIndexOf('/') + 1)..], message);

    /// <inheritdoc/>
    public bool FailAlways(scoped ref Utf8JsonCursor reader, string pointer) =>
        Add(reader.TokenStartIndex, pointer, "false", "is not allowed");

    /// <inheritdoc/>
    public bool FailDuplicate(long start, string pointer) =>
        Add(start, pointer, "duplicate", "occurs more than once");

    private bool Add(long offset, string pointer, string keyword, string message) =>
        _collector.Add(new Failure(offset, Evaluated(pointer), _schema + pointer, keyword, message));

    // The evaluation path goes on from where the declaration was entered: what stands before the declaration in its own file is not part of it.
    private string Evaluated(string pointer) => _evaluationPath + pointer[_declarationLength..];
}
