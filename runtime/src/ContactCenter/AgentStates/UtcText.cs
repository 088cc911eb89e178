using System.Globalization;

namespace ContactCenter.AgentStates;

/// <summary>UTC date and time in ISO 8601, as the agent states API writes it.</summary>
internal static class UtcText
{
    private static readonly string[] Formats = ["yyyy-MM-ddTHH:mm:ss.FFFFFFFZ"];

    /// <summary>Writes milliseconds since 1970-01-01T00:00:00Z.</summary>
    public static string Write(long unixMilliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(unixMilliseconds).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <summary>Reads a moment with up to seven digits of a second's fraction.</summary>
    public static bool TryRead(string text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out moment);
}
