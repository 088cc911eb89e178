namespace Parley.Bayeux;

/// <summary>After how long a test gives up on what should have happened.</summary>
internal static class Limit
{
    public static readonly TimeSpan Any = TimeSpan.FromSeconds(30);
}
