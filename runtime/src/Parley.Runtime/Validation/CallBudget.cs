using System.Diagnostics;

namespace Parley;

/// <summary>
/// What one call of <see cref="JsonText"/> may still spend. Kept for the thread, because emitted code carries a reader and a sink alone; a call
/// never leaves its thread, and each begins with a budget of its own.
/// </summary>
internal static class CallBudget
{
    [ThreadStatic]
    private static long _matchingTicks;

    /// <summary>Begins a call.</summary>
    public static void Begin() => _matchingTicks = 0;

    /// <summary>Adds up the time that backtracking took.</summary>
    /// <param name="start">A <see cref="Stopwatch"/> timestamp.</param>
    /// <returns>Whether the call has any left.</returns>
    public static bool SpendMatching(long start)
    {
        _matchingTicks += Stopwatch.GetElapsedTime(start).Ticks;
        return _matchingTicks <= JsonPattern.Timeout.Ticks;
    }
}
