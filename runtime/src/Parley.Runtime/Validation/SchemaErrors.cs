using System.Collections;

namespace Parley;

/// <summary>What <c>Explain</c> found, in document order; empty when the text is valid.</summary>
public sealed class SchemaErrors(IReadOnlyList<SchemaError> errors) : IReadOnlyList<SchemaError>
{
    /// <summary>No error.</summary>
    public static SchemaErrors None { get; } = new([]);

    /// <inheritdoc/>
    public int Count => errors.Count;

    /// <inheritdoc/>
    public SchemaError this[int index] => errors[index];

    /// <inheritdoc/>
    public IEnumerator<SchemaError> GetEnumerator() => errors.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The errors, one a line.</summary>
    public override string ToString() => string.Join('\n', errors);
}
