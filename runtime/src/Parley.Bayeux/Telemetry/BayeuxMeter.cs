using System.Diagnostics.Metrics;

namespace Parley.Bayeux;

/// <summary>The meter <c>Parley.Bayeux</c>.</summary>
internal sealed class BayeuxMeter
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "Parley.Bayeux";

    private readonly UpDownCounter<long> _sessions;
    private readonly UpDownCounter<long> _sockets;
    private readonly UpDownCounter<long> _held;
    private readonly UpDownCounter<long> _queued;
    private readonly Counter<long> _deliveries;
    private readonly Counter<long> _redeliveries;
    private readonly Counter<long> _drops;
    private readonly Counter<long> _eventsDropped;
    private readonly Counter<long> _handshakeFailures;

    public BayeuxMeter(IMeterFactory factory)
    {
        var meter = factory.Create(Name);
        _sessions = meter.CreateUpDownCounter<long>("bayeux.sessions", "{session}", "Sessions that live.");
        _sockets = meter.CreateUpDownCounter<long>("bayeux.websockets", "{connection}", "Open WebSockets.");
        _held = meter.CreateUpDownCounter<long>("bayeux.connects.held", "{message}", "Connects that wait for something to deliver.");
        _queued = meter.CreateUpDownCounter<long>("bayeux.queue.depth", "{message}", "Events that wait for a client or for its acknowledgement.");
        _deliveries = meter.CreateCounter<long>("bayeux.deliveries", "{message}", "Events handed to a transport for the first time.");
        _redeliveries = meter.CreateCounter<long>("bayeux.redeliveries", "{message}", "Events handed to a transport again.");
        _drops = meter.CreateCounter<long>("bayeux.drops", "{session}", "Sessions ended because broadcasts waited beyond the cap.");
        _eventsDropped = meter.CreateCounter<long>("bayeux.events.dropped", "{message}", "Events of droppable channels that made room for newer ones.");
        _handshakeFailures = meter.CreateCounter<long>("bayeux.handshake.failures", "{message}", "Handshakes refused.");
    }

    public void SessionsChanged(int by) => _sessions.Add(by);

    public void SocketsChanged(int by) => _sockets.Add(by);

    public void HeldChanged(int by) => _held.Add(by);

    public void QueueChanged(int by)
    {
        if (by != 0)
            _queued.Add(by);
    }

    public void Delivered(int first, int again)
    {
        if (first > 0)
            _deliveries.Add(first);
        if (again > 0)
            _redeliveries.Add(again);
    }

    public void Dropped() => _drops.Add(1);

    public void EventsDropped(int count)
    {
        if (count > 0)
            _eventsDropped.Add(count);
    }

    public void HandshakeFailed() => _handshakeFailures.Add(1);
}
