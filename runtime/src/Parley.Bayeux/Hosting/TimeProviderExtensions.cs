namespace Parley.Bayeux;

/// <summary>Arithmetic on the timestamps of a <see cref="TimeProvider"/>.</summary>
internal static class TimeProviderExtensions
{
    /// <summary>The timestamp that lies a duration from now.</summary>
    public static long After(this TimeProvider time, TimeSpan duration) =>
        time.GetTimestamp() + (long)(duration.TotalSeconds * time.TimestampFrequency);

    /// <summary>The wall clock in milliseconds since 1970.</summary>
    public static long UnixMilliseconds(this TimeProvider time) => time.GetUtcNow().ToUnixTimeMilliseconds();
}
