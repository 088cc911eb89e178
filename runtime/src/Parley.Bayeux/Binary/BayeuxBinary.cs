using System.Text.Json;

namespace Parley.Bayeux;

/// <summary>
/// A chunk of bytes in a message, as CometD's binary extension carries it: <c>{"data":"…","last":true,"meta":{…}}</c> with <c>data</c> in Z85, marked by <c>ext.binary</c>.
/// </summary>
/// <param name="Data">The bytes.</param>
/// <param name="Last">Whether it is the last chunk.</param>
/// <param name="Meta">A JSON object about the chunk, as UTF-8; empty for none.</param>
public sealed record BayeuxBinary(ReadOnlyMemory<byte> Data, bool Last = true, ReadOnlyMemory<byte> Meta = default)
{
    /// <summary>Reads the <c>data</c> member of a binary message.</summary>
    /// <param name="json">The member as UTF-8 JSON.</param>
    /// <returns>The chunk; null when it is not of that form.</returns>
    public static BayeuxBinary? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } root
                || !root.TryGetProperty("data", out var text) || text.ValueKind != JsonValueKind.String || !Z85.TryDecode(text.GetString()!, out var data))
                return null;
            var last = !root.TryGetProperty("last", out var member) || member.ValueKind == JsonValueKind.True;
            ReadOnlyMemory<byte> meta = root.TryGetProperty("meta", out member) && member.ValueKind == JsonValueKind.Object
                ? System.Text.Encoding.UTF8.GetBytes(member.GetRawText()) : default;
            return new(data, last, meta);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The <c>data</c> member of a binary message.</summary>
    /// <returns>UTF-8 JSON.</returns>
    /// <exception cref="ArgumentException"><see cref="Meta"/> is not JSON.</exception>
    public ReadOnlyMemory<byte> ToJson()
    {
        using var buffer = new PooledBuffer(Data.Length * 5 / 4 + 64);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("data"u8, Z85.Encode(Data.Span));
            writer.WriteBoolean("last"u8, Last);
            if (!Meta.IsEmpty)
            {
                BayeuxServer.RequireJson(Meta.Span);
                writer.WritePropertyName("meta"u8);
                writer.WriteRawValue(Meta.Span, skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        return buffer.Written.ToArray();
    }
}
