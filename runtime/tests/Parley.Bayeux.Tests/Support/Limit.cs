namespace Parley.Bayeux;

/// <summary>After how long a test gives up on what should have happened: long, for a machine that does much else. Nothing waits for it but a failure.</summary>
internal static class Limit
{
    public static readonly TimeSpan Any = TimeSpan.FromMinutes(2);
}
