using System.Globalization;

namespace ContactCenter.Views;

/// <summary>Times as the documents write them.</summary>
internal static class Moments
{
    /// <summary><c>yyyy-MM-dd HH:mm:ss.SSS±HHMM</c> in the clock's time zone.</summary>
    public static string Write(long milliseconds, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), zone);
        // The documented offset has no colon, which no format specifier writes.
        return local.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture) + local.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
    }
}
