namespace Parley.Bayeux;

/// <summary>How many connects are held for each browser cookie over HTTP/1.1.</summary>
internal sealed class BrowserTable
{
    private readonly Dictionary<string, int> _held = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Counts one more held connect.</summary>
    /// <returns>False when there are as many as allowed.</returns>
    public bool TryEnter(string browserId, int most)
    {
        lock (_gate)
        {
            var count = _held.GetValueOrDefault(browserId);
            if (most >= 0 && count >= most)
                return false;
            _held[browserId] = count + 1;
            return true;
        }
    }

    /// <summary>Counts one less.</summary>
    public void Leave(string browserId)
    {
        lock (_gate)
        {
            if (--_held[browserId] == 0)
                _held.Remove(browserId);
        }
    }
}
