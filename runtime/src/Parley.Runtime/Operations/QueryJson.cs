using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Parley;

/// <summary>Query parameters as a JSON object, so that one schema and one validator serve bodies and queries alike.</summary>
public static class QueryJson
{
    /// <summary>
    /// Writes each parameter as a member. Nothing is refused here: a parameter that is given twice becomes a repeated member and an unknown one a member
    /// that the schema does not know, and the operation's schema says so by name.
    /// </summary>
    /// <param name="declared">The declared parameters: what each text is read as. Parameters beyond them are written as strings.</param>
    /// <param name="given">The parameters in the order given, unescaped; a value of null stands for a parameter without <c>=</c> and is written as an empty string.</param>
    /// <param name="output">Where the object goes, as UTF-8 JSON.</param>
    public static void Write(
        IReadOnlyList<QueryParameterDescriptor> declared, IEnumerable<KeyValuePair<string, IReadOnlyList<string?>>> given, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(declared);
        ArgumentNullException.ThrowIfNull(given);

        // SkipValidation: a repeated parameter is to become a repeated member.
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { SkipValidation = true });
        writer.WriteStartObject();
        foreach (var (name, values) in given)
        {
            var kind = KindOf(declared, name);
            foreach (var value in values)
            {
                writer.WritePropertyName(name);
                WriteValue(writer, kind, value ?? "");
            }
        }

        writer.WriteEndObject();
    }

    private static QueryParameterKind KindOf(IReadOnlyList<QueryParameterDescriptor> declared, string name)
    {
        foreach (var parameter in declared)
        {
            if (parameter.Name == name)
                return parameter.Kind;
        }

        return QueryParameterKind.String;
    }

    private static void WriteValue(Utf8JsonWriter writer, QueryParameterKind kind, string text)
    {
        if (kind == QueryParameterKind.Number && IsJsonNumber(text))
            writer.WriteRawValue(text, skipInputValidation: true);
        else if (kind == QueryParameterKind.Boolean && text is "true" or "false")
            writer.WriteBooleanValue(text == "true");
        else
            writer.WriteStringValue(text);
    }

    private static bool IsJsonNumber(string text)
    {
        const int longest = 64;
        if (text.Length is 0 or > longest)
            return false;

        Span<byte> utf8 = stackalloc byte[longest];
        if (!Encoding.UTF8.TryGetBytes(text, utf8, out var length))
            return false;

        // The reader skips blanks around a number; a parameter with blanks is not a number.
        if (!char.IsAsciiDigit(text[^1]) || (text[0] != '-' && !char.IsAsciiDigit(text[0])))
            return false;

        var reader = new Utf8JsonReader(utf8[..length]);
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.Number && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
