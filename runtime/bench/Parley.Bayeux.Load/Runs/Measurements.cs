using Parley.Bayeux.Load.Clients;

namespace Parley.Bayeux.Load.Runs;

/// <summary>What one server showed, round by round.</summary>
internal sealed class Measurements
{
    /// <summary>Microseconds of the server's processor for one delivery, at full speed.</summary>
    public List<double> Microseconds { get; } = [];

    /// <summary>The same at a pace, where the server wakes up for every event.</summary>
    public List<double> PacedMicroseconds { get; } = [];

    /// <summary>From the command to publish to the arrival, at a pace.</summary>
    public LatencyHistogram Latencies { get; } = new();

    /// <summary>Resident kilobytes of one more idle session.</summary>
    public double KilobytesPerSession { get; set; }
}
