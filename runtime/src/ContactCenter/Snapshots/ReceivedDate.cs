using System.Globalization;

namespace ContactCenter.Snapshots;

/// <summary>Writes moments in the format of <c>receivedDate</c>: <c>yyyy-MM-dd HH:mm:ss.SSS±HHMM</c>, local time.</summary>
internal static class ReceivedDate
{
    /// <summary>Writes milliseconds since 1970-01-01T00:00:00Z.</summary>
    public static string Write(long unixMilliseconds)
    {
        var moment = DateTimeOffset.FromUnixTimeMilliseconds(unixMilliseconds).ToLocalTime();
        var offset = moment.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
        return moment.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture) + offset;
    }
}
