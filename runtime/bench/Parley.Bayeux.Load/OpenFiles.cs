using System.Globalization;

namespace Parley.Bayeux.Load;

/// <summary>How many files, hence sockets, the process may have open.</summary>
internal static class OpenFiles
{
    // The runtime's own: libraries, pipes, polling.
    private const int Others = 300;

    /// <summary>The limit; null where it cannot be read, which is anywhere but on Linux. The runtime has raised the soft limit to the hard one by now.</summary>
    public static long? Limit
    {
        get
        {
            if (!OperatingSystem.IsLinux())
                return null;
            var line = File.ReadLines("/proc/self/limits").FirstOrDefault(static line => line.StartsWith("Max open files", StringComparison.Ordinal));
            return line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, _, _, var soft, ..] && long.TryParse(soft, CultureInfo.InvariantCulture, out var limit) ? limit : null;
        }
    }

    /// <summary>Why so many sessions cannot be opened; null when they can.</summary>
    public static string? Refusal(int sessions, int servers, long? limit) => (long)sessions * servers + Others > limit
        ? string.Create(CultureInfo.InvariantCulture, $"{sessions * servers:N0} sessions and what else is open need more than the {limit:N0} open files of this process: raise `ulimit -n` or ask for fewer.")
        : null;
}
