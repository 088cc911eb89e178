using System.Collections.Concurrent;

namespace ContactCenter.Accounts;

/// <summary>How long the next guess at a password has to wait: not at all after a few mistakes, then longer with each.</summary>
internal sealed class LoginPenalties(TimeProvider time)
{
    /// <summary>Mistakes that cost nothing.</summary>
    public const int Free = 5;

    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <summary>How long after the last mistake all are forgotten.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Penalty> _penalties = new(StringComparer.Ordinal);

    /// <summary>How long the next attempt waits from now; zero or less: it does not.</summary>
    public TimeSpan Wait(string key) => _penalties.TryGetValue(key, out var penalty) ? penalty.Until - time.GetUtcNow() : TimeSpan.Zero;

    /// <summary>Notes a mistake.</summary>
    public void Failed(string key)
    {
        var now = time.GetUtcNow();
        var mistakes = _penalties.TryGetValue(key, out var before) && now < before.Last + Memory ? before.Mistakes + 1 : 1;
        // 1 s, 2 s, 4 s, …
        var wait = mistakes <= Free ? TimeSpan.Zero : TimeSpan.FromSeconds(1 << Math.Min(mistakes - Free - 1, 10));
        _penalties[key] = new Penalty(mistakes, now, now + (wait < Longest ? wait : Longest));
    }

    /// <summary>Forgets all mistakes.</summary>
    public void Succeeded(string key) => _penalties.TryRemove(key, out _);

    private sealed record Penalty(int Mistakes, DateTimeOffset Last, DateTimeOffset Until);
}
