namespace Parley.Bayeux;

/// <summary>Checks what one client gets of a stream numbered 1, 2, 3, …: no gap, no reordering, and nothing twice but right after a break.</summary>
internal sealed class DeliveryOrder
{
    private bool _broken;
    private bool _fresh;
    private long _previous;

    /// <summary>The highest number that came.</summary>
    public long Last { get; private set; }

    /// <summary>How many came again.</summary>
    public int Duplicates { get; private set; }

    /// <summary>A connection was lost: what was not confirmed may come again from here on, in order.</summary>
    public void Broken() => (_broken, _fresh) = (true, true);

    /// <summary>An event came.</summary>
    public void Take(long number)
    {
        if (number == Last + 1)
        {
            // Behind something new nothing old may follow.
            _broken = false;
            Last = number;
        }
        else
        {
            Assert.True(_broken && number <= Last, $"{number} came after {Last}, {(_broken ? "" : "not ")}after a break.");
            Assert.True(_fresh || number == _previous + 1, $"{number} came again after {_previous}.");
            Duplicates++;
        }

        _fresh = false;
        _previous = number;
    }
}
