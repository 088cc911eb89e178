using System.Collections;
using System.Text.Json;

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

    /// <summary>
    /// Writes the standard output in the shape <c>basic</c> (JSON Schema Core 2020-12, section 12.4.2): <c>valid</c>, and a flat list <c>errors</c> when there are any. Each
    /// error has also <c>instanceLine</c> and <c>instanceColumn</c>, from 1.
    /// </summary>
    public void WriteBasicTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteBoolean("valid"u8, Count == 0);
        if (Count > 0)
        {
            // What the standard asks of every unit, the outermost included.
            writer.WriteString("keywordLocation"u8, "");
            writer.WriteString("instanceLocation"u8, "");
            writer.WriteStartArray("errors"u8);
            foreach (var error in errors)
                OutputUnit.Of(error).WriteTo(writer);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    /// <summary>
    /// Writes the standard output in the shape <c>detailed</c> (section 12.4.3): errors inside the subschemas that hold several of them. Otherwise as <see cref="WriteBasicTo"/>.
    /// </summary>
    public void WriteDetailedTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (Count == 0)
            WriteBasicTo(writer);
        else
            OutputUnit.Tree(this).WriteTo(writer, isRoot: true);
    }

    /// <summary>The errors, one a line.</summary>
    public override string ToString() => string.Join('\n', errors);
}
