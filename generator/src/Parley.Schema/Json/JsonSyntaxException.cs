using Parley.Schema.Diagnostics;

namespace Parley.Schema.Json;

/// <summary>Unwinds the parser at the first error; never leaves it.</summary>
internal sealed class JsonSyntaxException(SchemaRule rule, JsonSpan span, params string[] arguments) : Exception
{
    public SchemaRule Rule { get; } = rule;

    public JsonSpan Span { get; } = span;

    public string[] Arguments { get; } = arguments;

    public static JsonSyntaxException Unexpected(string text, int at, string expected)
    {
        var found = at == text.Length ? "the end of the file" : Describe(text[at]);
        return new JsonSyntaxException(SchemaRules.JsonSyntax, new JsonSpan(at, at == text.Length ? 0 : 1), expected, found);
    }

    // A hostile character must not reach a terminal as itself.
    private static string Describe(char unit) =>
        unit is > ' ' and < '\u007F' ? "'" + unit + "'" : "U+" + ((int)unit).ToString("X4", System.Globalization.CultureInfo.InvariantCulture);
}
