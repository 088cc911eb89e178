using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley;

/// <summary>Lets <see cref="JsonSerializer"/> read and write any JSON value as it is.</summary>
public sealed class JsonValueConverter : JsonConverter<JsonValue>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override JsonValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return JsonValue.From(document.RootElement);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, JsonValue value, JsonSerializerOptions options) => value.WriteTo(writer);
}
