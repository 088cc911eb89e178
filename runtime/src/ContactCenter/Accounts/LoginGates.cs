namespace ContactCenter.Accounts;

/// <summary>One gate for each key, through which one at a time goes; gates that nobody needs are forgotten.</summary>
internal sealed class LoginGates
{
    /// <summary>How many may wait at one gate, the one who goes through included.</summary>
    public const int Most = 32;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Gate> _gates = new(StringComparer.Ordinal);

    /// <summary>Waits for the turn; disposing what it returns gives the turn to the next.</summary>
    /// <returns>Null at once when <see cref="Most"/> wait already.</returns>
    public async ValueTask<IDisposable?> EnterAsync(string key, CancellationToken cancellationToken)
    {
        Gate? gate;
        lock (_lock)
        {
            if (!_gates.TryGetValue(key, out gate))
                _gates[key] = gate = new Gate();
            if (gate.Users == Most)
                return null;
            gate.Users++;
        }

        try
        {
            await gate.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            return new Pass(this, key, gate);
        }
        catch
        {
            Forget(key, gate);
            throw;
        }
    }

    private void Forget(string key, Gate gate)
    {
        lock (_lock)
        {
            if (--gate.Users > 0)
                return;
            _gates.Remove(key);
        }

        gate.Turn.Dispose();
    }

    private sealed class Gate
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Pass(LoginGates gates, string key, Gate gate) : IDisposable
    {
        public void Dispose()
        {
            gate.Turn.Release();
            gates.Forget(key, gate);
        }
    }
}
