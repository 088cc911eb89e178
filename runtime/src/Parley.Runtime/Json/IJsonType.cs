using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Parley;

/// <summary>A type emitted from a JSON Schema. All members agree: what one accepts, the others accept.</summary>
/// <typeparam name="TSelf">The emitted type itself.</typeparam>
public interface IJsonType<TSelf>
    where TSelf : class, IJsonType<TSelf>
{
    /// <summary>Verdict and value in one pass; where the schema has <c>if</c>, <c>anyOf</c>, <c>oneOf</c> or <c>not</c>, the value concerned is read once more for each branch.</summary>
    /// <param name="utf8Json">One JSON text.</param>
    /// <param name="value">The value, or null when the text is not valid.</param>
    /// <param name="options">Nesting depth and comment handling; the default refuses comments and nests at most 64 deep.</param>
    static abstract bool TryRead(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out TSelf? value, JsonReaderOptions options = default);

    /// <summary>Verdict only, without allocating.</summary>
    /// <inheritdoc cref="TryRead"/>
    static abstract bool Validate(ReadOnlySpan<byte> utf8Json, JsonReaderOptions options = default);

    /// <summary>Every error with its place; empty when the text is valid. Meant for the moment after a failure.</summary>
    /// <inheritdoc cref="TryRead"/>
    static abstract SchemaErrors Explain(ReadOnlySpan<byte> utf8Json, JsonReaderOptions options = default);

    /// <summary>Writes the value as JSON.</summary>
    void WriteTo(Utf8JsonWriter writer);
}
