using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley;

/// <summary>Lets <see cref="JsonSerializer"/> read and write a value, such as an emitted enum, by the rules of a declaration.</summary>
/// <typeparam name="TDeclaration">The declaration.</typeparam>
/// <typeparam name="TValue">What its values are.</typeparam>
public sealed class JsonDeclarationConverter<TDeclaration, TValue> : JsonConverter<TValue>
    where TDeclaration : IJsonDeclaration<TValue>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The value breaks the schema; the message names every place and rule.</exception>
    public override TValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // As in JsonTypeConverter: the text in one piece.
        using var document = JsonDocument.ParseValue(ref reader);
        var text = JsonMarshal.GetRawUtf8Value(document.RootElement);
        var limits = new JsonReaderOptions { MaxDepth = options.MaxDepth };
        return JsonText.TryRead<TDeclaration, TValue>(text, out var value, limits)
            ? value
            : throw new JsonException(JsonText.Explain<TDeclaration, TValue>(text, limits).ToString());
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TValue value, JsonSerializerOptions options) => TDeclaration.Write(writer, value);
}
