namespace Parley.Bayeux;

/// <summary>Looks into what waits for a session.</summary>
internal static class SessionQueue
{
    /// <summary>The bytes of the only event that waits: the array itself, for equal bytes would not show that they are shared.</summary>
    public static byte[] WaitingFrame(this Session session)
    {
        var deliveries = new List<Delivery>();
        session.Take(deliveries, long.MaxValue);
        return Assert.Single(deliveries).Frame;
    }
}
