using System.Globalization;

namespace ContactCenter.Snapshots.Language;

/// <summary>Reads moments as conditions write them: the format of <c>receivedDate</c>, or ISO 8601 with <c>Z</c> or an offset.</summary>
internal static class MomentText
{
    // Offsets without a colon are not among .NET's format specifiers: "zzz" reads "+0200" as well as "+02:00".
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd HH:mm:ss.FFFzzz",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ",
        "yyyy-MM-dd",
    ];

    /// <summary>Reads a moment; one without an offset is UTC.</summary>
    public static bool TryRead(string text, out long unixMilliseconds)
    {
        var read = DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment);
        unixMilliseconds = read ? moment.ToUnixTimeMilliseconds() : 0;
        return read;
    }
}
