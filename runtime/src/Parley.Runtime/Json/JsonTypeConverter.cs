using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley;

/// <summary>Lets <see cref="JsonSerializer"/> read and write an emitted record by the record's own rules.</summary>
/// <typeparam name="T">The emitted record.</typeparam>
public sealed class JsonTypeConverter<T> : JsonConverter<T>
    where T : class, IJsonType<T>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The value breaks the schema; the message names every place and rule.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // The serializer may hold the text in pieces; a document holds it in one.
        using var document = JsonDocument.ParseValue(ref reader);
        var text = JsonMarshal.GetRawUtf8Value(document.RootElement);
        var limits = new JsonReaderOptions { MaxDepth = options.MaxDepth };
        return T.TryRead(text, out var value, limits) ? value : throw new JsonException(T.Explain(text, limits).ToString());
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => value.WriteTo(writer);
}
