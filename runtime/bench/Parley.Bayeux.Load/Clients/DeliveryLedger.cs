using System.Buffers.Text;
using System.Diagnostics;

namespace Parley.Bayeux.Load.Clients;

/// <summary>What was published and what arrived, over all sessions of one server. Events are numbered from 1 on; everything is made in advance, so that an arrival allocates nothing.</summary>
internal sealed class DeliveryLedger
{
    private readonly long[] _publishedAt;
    private readonly int[] _missing;
    private readonly TaskCompletionSource[] _complete;
    private LatencyHistogram? _latencies;
    private int _sessions;
    private int _duplicated;
    private int _reordered;

    /// <summary>Makes an empty ledger.</summary>
    /// <param name="events">The most events that will be published.</param>
    public DeliveryLedger(int events)
    {
        _publishedAt = new long[events + 1];
        _missing = new int[events + 1];
        _complete = new TaskCompletionSource[events + 1];
    }

    /// <summary>Number of the newest event; 0 before the first.</summary>
    public int Published { get; private set; }

    /// <summary>Deliveries that are due and have not arrived.</summary>
    public long Lost => _missing.Sum(static missing => (long)missing);

    /// <summary>Deliveries that arrived more than once.</summary>
    public int Duplicated => _duplicated;

    /// <summary>Deliveries that came after one that was published later.</summary>
    public int Reordered => _reordered;

    /// <summary>Where latencies go; null while none are wanted.</summary>
    public LatencyHistogram? Latencies { set => _latencies = value; }

    /// <summary>Adds a session, to which everything published from now on is due.</summary>
    public EventRecord Join()
    {
        Interlocked.Increment(ref _sessions);
        return new(_missing.Length);
    }

    /// <summary>Notes that the next event is about to be published.</summary>
    /// <returns>Its number.</returns>
    public int Publishing()
    {
        var sequence = ++Published;
        _missing[sequence] = _sessions;
        _complete[sequence] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _publishedAt[sequence] = Stopwatch.GetTimestamp();
        return sequence;
    }

    /// <summary>Ends when an event has arrived everywhere.</summary>
    public Task CompleteAsync(int sequence) => _complete[sequence].Task;

    /// <summary>Notes all events in what a session received.</summary>
    /// <param name="record">The session.</param>
    /// <param name="received">A frame or a body, as it came.</param>
    /// <param name="at">When it came.</param>
    public void Received(EventRecord record, ReadOnlySpan<byte> received, long at)
    {
        // All the servers' envelopes hold the data as it is: no need to parse them.
        var marker = "\"seq\":"u8;
        for (var found = received.IndexOf(marker); found >= 0; found = received.IndexOf(marker))
        {
            received = received[(found + marker.Length)..];
            if (!Utf8Parser.TryParse(received, out int sequence, out _))
                throw new InvalidDataException("An event has no number.");
            Arrived(record, sequence, at);
        }
    }

    private void Arrived(EventRecord record, int sequence, long at)
    {
        switch (record.Note(sequence))
        {
            case Arrival.Duplicated:
                Interlocked.Increment(ref _duplicated);
                return;
            case Arrival.Reordered:
                Interlocked.Increment(ref _reordered);
                break;
        }

        _latencies?.Add(at - _publishedAt[sequence]);
        if (Interlocked.Decrement(ref _missing[sequence]) == 0)
            _complete[sequence].SetResult();
    }
}
