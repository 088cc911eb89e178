using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Parley.Benchmarks.Ratios;

/// <summary>CPU time of the calling thread: what others do on the same cores does not count. Wall time where the system has no such clock.</summary>
internal static class ThreadClock
{
    private const int ThreadCpuTime = 3;

    /// <summary>Nanoseconds since some moment.</summary>
    public static long Now
    {
        get
        {
            if (OperatingSystem.IsLinux() && GetTime(ThreadCpuTime, out var time) == 0)
                return (time.Seconds * 1_000_000_000L) + time.Nanoseconds;

            return (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));
        }
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int GetTime(int clock, out TimeSpec time);

    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
