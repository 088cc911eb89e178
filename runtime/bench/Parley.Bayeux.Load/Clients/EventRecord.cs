namespace Parley.Bayeux.Load.Clients;

/// <summary>Which events one session has got. Used by one receiver at a time.</summary>
internal sealed class EventRecord(int events)
{
    private readonly ulong[] _seen = new ulong[(events / 64) + 1];
    private int _highest;

    /// <summary>Notes an event.</summary>
    public Arrival Note(int sequence)
    {
        ref var word = ref _seen[sequence / 64];
        var bit = 1UL << (sequence % 64);
        if ((word & bit) != 0)
            return Arrival.Duplicated;
        word |= bit;
        if (sequence < _highest)
            return Arrival.Reordered;
        _highest = sequence;
        return Arrival.InOrder;
    }
}
