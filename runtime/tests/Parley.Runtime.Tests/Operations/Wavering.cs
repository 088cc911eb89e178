using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Parley.Tests.Operations;

/// <summary>Refuses every text and afterwards finds no fault in it, as a limit of time may do.</summary>
internal sealed record Wavering : IJsonType<Wavering>
{
    public static bool TryRead(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out Wavering? value, JsonReaderOptions options = default)
    {
        value = null;
        return false;
    }

    public static bool Validate(ReadOnlySpan<byte> utf8Json, JsonReaderOptions options = default) => false;

    public static SchemaErrors Explain(ReadOnlySpan<byte> utf8Json, JsonReaderOptions options = default) => SchemaErrors.None;

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteEndObject();
    }
}
