using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;

namespace Parley.Bayeux;

public sealed class ActivityTests
{
    [Fact]
    public async Task Handshakes_services_publishes_and_deliveries_are_activities()
    {
        // The source is the process's: other tests' activities arrive too, so this test's are children of one of its own.
        var channel = $"/activities/{Guid.NewGuid():N}";
        var started = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Parley.Bayeux",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = started.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var trace = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
        await using var host = await BayeuxHost.StartAsync(
            services: bayeux => bayeux.MapService("/service" + channel, (_, _) => new(Json.Utf8("1"))),
            middleware: app => app.Use(async (context, next) =>
            {
                using var request = new Activity("request").SetParentId(trace.TraceId, trace.SpanId, ActivityTraceFlags.Recorded).Start();
                await next(context);
            }));
        using var client = new PollingClient(host);
        await client.OpenAsync(channel);
        await client.PostAsync(client.Publish("/service" + channel, 1));
        await host.Server.PublishAsync(channel, Json.Utf8("1"));
        await client.PostAsync(client.Connect());
        using var refused = new PollingClient(host, user: null);
        await refused.PostAsync(refused.Handshake());

        // In the order of their beginnings: a delivery's end is after the client has it.
        var own = started.Where(activity => activity.TraceId == trace.TraceId).ToList();
        Assert.Equal(
            ["bayeux.handshake", "bayeux.service", "bayeux.publish", "bayeux.deliver", "bayeux.handshake"], own.Select(activity => activity.OperationName));
        Assert.Equal(channel, own[2].GetTagItem("bayeux.channel"));
        Assert.Equal(1, own[3].GetTagItem("bayeux.messages"));
        Assert.Equal((ActivityStatusCode.Error, "403:not authenticated:handshake_denied"), (own[4].Status, own[4].StatusDescription));
    }
}
