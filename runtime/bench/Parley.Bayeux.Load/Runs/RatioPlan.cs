namespace Parley.Bayeux.Load.Runs;

/// <summary>How much a comparison does.</summary>
/// <param name="Sessions">Sessions of each server.</param>
/// <param name="Rounds">Measured rounds.</param>
/// <param name="WarmUps">Turns of each server before them.</param>
/// <param name="SocketDeliveries">Deliveries of one turn by WebSocket, about.</param>
/// <param name="PollDeliveries">Deliveries of one turn by long-polling, about.</param>
/// <param name="PacedEvents">Events of one turn at a pace.</param>
internal sealed record RatioPlan(int Sessions, int Rounds, int WarmUps, int SocketDeliveries, int PollDeliveries, int PacedEvents)
{
    /// <summary>Long enough for figures that can be quoted.</summary>
    public static RatioPlan Full(int sessions, int rounds) => new(sessions, rounds, 8, 20_000, 10_000, 5);

    /// <summary>Long enough to see what a change has done.</summary>
    public static RatioPlan Short(int sessions) => new(sessions, 3, 5, 10_000, 5_000, 3);

    /// <summary>Events of one turn.</summary>
    public int EventsOf(Servers.Transport transport) => Math.Max(5, (transport == Servers.Transport.WebSocket ? SocketDeliveries : PollDeliveries) / Sessions);

    /// <summary>The most events that one server will publish.</summary>
    public int MostEvents => (WarmUps + Rounds) * (Math.Max(5, SocketDeliveries / Sessions) + PacedEvents);
}
