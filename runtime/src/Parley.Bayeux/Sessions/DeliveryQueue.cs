namespace Parley.Bayeux;

/// <summary>
/// What waits for a client, in order. Items are numbered from 1 on and stay until they are confirmed, so a reply that never arrived is simply sent again.
/// Not synchronised; the session's gate guards it.
/// </summary>
internal sealed class DeliveryQueue
{
    private Delivery[] _items = [];
    private int _start;

    /// <summary>How many items wait.</summary>
    public int Count { get; private set; }

    /// <summary>How many bytes wait.</summary>
    public long Bytes { get; private set; }

    /// <summary>How many of the items come from private streams. They and broadcasts are capped apart, so that a backlog of one kind never costs the other.</summary>
    public int PrivateCount { get; private set; }

    /// <summary>How many bytes of private streams wait.</summary>
    public long PrivateBytes { get; private set; }

    /// <summary>Number of the newest item that was ever queued and not dropped; 0 before the first.</summary>
    public long Newest { get; private set; }

    /// <summary>Number of the newest item that was ever handed out.</summary>
    public long HandedOut { get; private set; }

    /// <summary>Number of the oldest item; one more than <see cref="Newest"/> when there is none.</summary>
    public long Oldest => Newest - Count + 1;

    /// <summary>Appends an item.</summary>
    public void Enqueue(Delivery delivery)
    {
        if (Count == _items.Length)
            Resize(Math.Max(4, Count * 2));
        _items[(_start + Count) % _items.Length] = delivery;
        Count++;
        Newest++;
        Bytes += delivery.Frame.Length;
        if (delivery.Sequence > 0)
        {
            PrivateCount++;
            PrivateBytes += delivery.Frame.Length;
        }
    }

    /// <summary>Drops the oldest item that may be dropped and was never handed out. Those behind it move up by one number, which nobody has seen yet.</summary>
    /// <returns>The number that it had; 0 when there is none.</returns>
    public long DropOldest()
    {
        for (var i = (int)Math.Max(0, HandedOut - Oldest + 1); i < Count; i++)
        {
            var item = _items[(_start + i) % _items.Length];
            if (!item.IsDroppable)
                continue;
            // What is ahead closes the gap: mostly that is little.
            for (var ahead = i; ahead > 0; ahead--)
                _items[(_start + ahead) % _items.Length] = _items[(_start + ahead - 1) % _items.Length];
            _items[_start] = null!;
            _start = (_start + 1) % _items.Length;
            Count--;
            Newest--;
            Bytes -= item.Frame.Length;
            return Oldest + i;
        }

        return 0;
    }

    /// <summary>Copies all that wait, oldest first, up to about a number of bytes but at least one item.</summary>
    /// <param name="into">Receives the items.</param>
    /// <param name="maxBytes">Where to stop.</param>
    /// <returns>How many of them had been handed out before.</returns>
    public int CopyTo(List<Delivery> into, long maxBytes)
    {
        var redelivered = 0;
        for (var i = 0; i < Count && (i == 0 || maxBytes > 0); i++)
        {
            var item = _items[(_start + i) % _items.Length];
            maxBytes -= item.Frame.Length;
            into.Add(item);
            var number = Oldest + i;
            if (number <= HandedOut) redelivered++;
            else HandedOut = number;
        }

        return redelivered;
    }

    /// <summary>Number of the last of the oldest items.</summary>
    /// <param name="count">How many of the oldest.</param>
    public long NumberOf(int count) => Oldest + count - 1;

    /// <summary>Drops items up to a number.</summary>
    /// <param name="number">The last that the client has; numbers that were never handed out count as the last that was.</param>
    /// <param name="cursors">Receives the places of private streams that are confirmed by it; made when there is one.</param>
    public void Confirm(long number, ref Dictionary<string, long>? cursors)
    {
        number = Math.Min(number, HandedOut);
        while (Count > 0 && Oldest <= number)
        {
            var item = _items[_start];
            _items[_start] = null!;
            _start = (_start + 1) % _items.Length;
            Count--;
            Bytes -= item.Frame.Length;
            if (item.Sequence == 0)
                continue;
            PrivateCount--;
            PrivateBytes -= item.Frame.Length;
            (cursors ??= [])[item.Channel] = item.Sequence;
        }

        // An idle session keeps next to nothing.
        if (Count == 0 && _items.Length > 8)
            _items = [];
        if (Count == 0)
            _start = 0;
    }

    /// <summary>Drops everything.</summary>
    public void Clear()
    {
        _items = [];
        _start = 0;
        (Count, PrivateCount) = (0, 0);
        (Bytes, PrivateBytes) = (0, 0);
    }

    private void Resize(int capacity)
    {
        var larger = new Delivery[capacity];
        for (var i = 0; i < Count; i++)
            larger[i] = _items[(_start + i) % _items.Length];
        _items = larger;
        _start = 0;
    }
}
