using System.Text.Json;

namespace Parley;

/// <summary>Says what is wrong with a body that is not one JSON text within the host's limits.</summary>
public static class JsonTextCheck
{
    /// <summary>Reads the whole text without looking at any schema.</summary>
    /// <param name="utf8Json">The text.</param>
    /// <param name="options">Limits.</param>
    /// <returns>
    /// Null when the text is one well-formed JSON text; else <see cref="FailureKind.BodyTooLarge"/> for text nested too deep and
    /// <see cref="FailureKind.MalformedBody"/> for anything else, with line and column from 1.
    /// </returns>
    public static OperationFailure? Explain(ReadOnlySpan<byte> utf8Json, JsonReaderOptions options = default) =>
        MalformedText.Find(utf8Json, options)?.ToFailure();

    /// <summary>The failure that an error of a request means.</summary>
    internal static OperationFailure ToFailure(this SchemaError error)
    {
        var kind = error.Keyword switch
        {
            "json" => FailureKind.MalformedBody,
            "depth" => FailureKind.BodyTooLarge,
            "required" => FailureKind.MissingMember,
            _ => FailureKind.InvalidMember,
        };
        return new OperationFailure(kind, error.ToString());
    }

    /// <summary>What a reader calls a token, in words for a message.</summary>
    internal static string NameOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        JsonTokenType.Null => "null",
        _ => "nothing",
    };
}
