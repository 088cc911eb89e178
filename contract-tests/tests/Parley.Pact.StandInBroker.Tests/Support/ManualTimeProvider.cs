namespace Parley.Pacts.StandInBroker.Support;

/// <summary>A clock that stands until it is moved.</summary>
internal sealed class ManualTimeProvider(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
