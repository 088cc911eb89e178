namespace ContactCenter.Tests.Support;

/// <summary>A clock that moves only when a test moves it.</summary>
internal sealed class FixedTimeProvider(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;
}
