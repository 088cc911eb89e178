using System.Buffers;
using System.Text.Json;

namespace Parley;

/// <summary>Conveniences for emitted records.</summary>
public static class JsonTypeExtensions
{
    /// <summary>The value as UTF-8 JSON.</summary>
    public static byte[] ToUtf8Json<T>(this T value)
        where T : class, IJsonType<T>
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, JsonOutput.Options))
            value.WriteTo(writer);
        return output.WrittenSpan.ToArray();
    }
}
