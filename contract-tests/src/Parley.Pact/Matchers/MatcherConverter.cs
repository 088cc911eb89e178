using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley.Pacts;

/// <summary>Writes a matcher in Pact's integration format: an object with <c>pact:matcher:type</c>.</summary>
internal sealed class MatcherConverter : JsonConverter<IMatcher>
{
    public override bool CanConvert(Type typeToConvert) => typeof(IMatcher).IsAssignableFrom(typeToConvert);

    public override IMatcher Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Matchers are only written.");

    public override void Write(Utf8JsonWriter writer, IMatcher value, JsonSerializerOptions options)
    {
        var matcher = (Matcher)value;
        writer.WriteStartObject();
        writer.WriteString("pact:matcher:type", matcher.Type);
        if (matcher.Type != "null")
        {
            writer.WritePropertyName("value");
            JsonSerializer.Serialize(writer, matcher.Value, options);
        }

        if (matcher.Regex is { } regex)
            writer.WriteString("regex", regex);
        if (matcher.Min is { } min)
            writer.WriteNumber("min", min);
        if (matcher.Max is { } max)
            writer.WriteNumber("max", max);
        writer.WriteEndObject();
    }
}
