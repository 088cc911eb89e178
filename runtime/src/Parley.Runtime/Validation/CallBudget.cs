using System.Diagnostics;

namespace Parley;

/// <summary>
/// What one call of <see cref="JsonText"/> may still spend. Kept for the thread, because emitted code carries a reader and a sink alone; a call
/// never leaves its thread, and each begins with a budget of its own.
/// </summary>
public static class CallBudget
{
    /// <summary>What every text may cost, whatever its length: tenths of a second on usual hardware.</summary>
    private const long Base = 64 * 1024 * 1024;

    /// <summary>How often each byte of a text may be looked at again.</summary>
    private const long TimesEachByte = 256;

    /// <summary>What a branch costs beside the bytes that it walks.</summary>
    private const long Branch = 32;

    // Together, because finding what is kept for a thread costs more than writing it.
    [ThreadStatic]
    private static Account _account;

    /// <summary>What an exhausted budget is reported as.</summary>
    internal static string Keyword => "budget";

    /// <summary>
    /// Counts what an applicator such as <c>anyOf</c> has walked ahead. Schemas that refer to themselves from several branches double the work with
    /// every level of the text; a text that makes use of that is refused.
    /// </summary>
    /// <param name="verdict">Verdict of the branch.</param>
    /// <param name="bytes">Bytes that it walked.</param>
    /// <param name="place">Byte offset of the value.</param>
    /// <returns>The verdict.</returns>
    public static bool Spend(bool verdict, long bytes, long place)
    {
        if ((_account.Bytes -= bytes + Branch) < 0)
            throw new CheckStoppedException(place, Keyword, "takes more effort to validate than a text of its length is given");
        return verdict;
    }

    /// <summary>Begins a call.</summary>
    /// <param name="length">The text's length.</param>
    internal static void Begin(int length) => _account = new() { Bytes = Base + (TimesEachByte * length) };

    /// <summary>Begins a call whose text was accepted before.</summary>
    internal static void BeginUnbounded() => _account = new() { Bytes = long.MaxValue };

    /// <summary>Adds up the time that backtracking took.</summary>
    /// <param name="start">A <see cref="Stopwatch"/> timestamp.</param>
    /// <returns>Whether the call has any left.</returns>
    internal static bool SpendMatching(long start)
    {
        ref var account = ref _account;
        account.MatchingTicks += Stopwatch.GetElapsedTime(start).Ticks;
        return account.MatchingTicks <= JsonPattern.Timeout.Ticks;
    }

    private struct Account
    {
        public long Bytes;
        public long MatchingTicks;
    }
}
