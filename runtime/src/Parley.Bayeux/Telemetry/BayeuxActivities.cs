using System.Diagnostics;

namespace Parley.Bayeux;

/// <summary>The activity source <c>Parley.Bayeux</c>.</summary>
internal static class BayeuxActivities
{
    private static readonly ActivitySource Source = new(BayeuxMeter.Name);

    /// <summary>A client's handshake.</summary>
    public static Activity? Handshake() => Source.StartActivity("bayeux.handshake", ActivityKind.Server);

    /// <summary>A call of a service channel's handler.</summary>
    public static Activity? Service(string channel)
    {
        var activity = Source.StartActivity("bayeux.service", ActivityKind.Server);
        activity?.SetTag("bayeux.channel", channel);
        return activity;
    }

    /// <summary>Events that are written to one client in one reply or frame.</summary>
    public static Activity? Deliver(int messages)
    {
        var activity = Source.StartActivity("bayeux.deliver", ActivityKind.Producer);
        activity?.SetTag("bayeux.messages", messages);
        return activity;
    }

    /// <summary>A broadcast.</summary>
    public static Activity? Publish(string channel)
    {
        var activity = Source.StartActivity("bayeux.publish", ActivityKind.Producer);
        activity?.SetTag("bayeux.channel", channel);
        return activity;
    }
}
