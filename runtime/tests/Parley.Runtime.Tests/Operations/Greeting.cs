using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Parley.Tests.Operations;

/// <summary>What an emitted record is to the runtime, written by hand: an object with a required string <c>name</c> of at most 10 characters and no other member.</summary>
internal sealed record Greeting(string Name) : IJsonType<Greeting>
{
    public static bool TryRead(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out Greeting? value, JsonReaderOptions options = default)
    {
        value = Explain(utf8Json, options).Count == 0 ? new Greeting(Parse(utf8Json, options).RootElement.GetProperty("name").GetString()!) : null;
        return value is not null;
    }

    public static bool Validate(ReadOnlySpan<byte> utf8Json, JsonReaderOptions options = default) => Explain(utf8Json, options).Count == 0;

    public static SchemaErrors Explain(ReadOnlySpan<byte> utf8Json, JsonReaderOptions options = default)
    {
        try
        {
            using var document = Parse(utf8Json, options);
            return document.RootElement.ValueKind != JsonValueKind.Object ? Error("", "type", "must be an object")
                : !document.RootElement.TryGetProperty("name", out var name) ? Error("", "required", "must have the member 'name'")
                : name.ValueKind != JsonValueKind.String || name.GetString()!.Length > 10 ? Error("/name", "maxLength", "must have at most 10 characters")
                : SchemaErrors.None;
        }
        catch (JsonException)
        {
            return JsonTextCheck.Explain(utf8Json, options)?.Kind == FailureKind.BodyTooLarge
                ? Error("", "depth", "is nested too deep")
                : Error("", "json", "is not JSON");
        }
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("name", Name);
        writer.WriteEndObject();
    }

    private static JsonDocument Parse(ReadOnlySpan<byte> utf8Json, JsonReaderOptions options) =>
        JsonDocument.Parse(utf8Json.ToArray(), new JsonDocumentOptions { MaxDepth = options.MaxDepth });

    private static SchemaErrors Error(string place, string keyword, string message) =>
        new([new SchemaError(place, 1, 1, "/" + keyword, "greeting.schema.json#/" + keyword, keyword, message)]);
}
