using System.Text.Json.Nodes;

namespace Parley.Bayeux;

/// <summary>
/// The behaviours that the test suites of CometD's server and of its JavaScript client cover, each under its name there, seen through that client
/// (npm <c>cometd</c> with <c>cometd-nodejs-client</c>), on both transports where both have it.
/// </summary>
public abstract class ConformanceTests
{
    public static TheoryData<string> Transports => new("long-polling", "websocket");

    private protected ManualTimeProvider Time { get; } = new();

    /// <summary>A server where everybody may do everything, and <c>/service/echo</c> answers with what it is told.</summary>
    private protected static Task<BayeuxHost> StartOpenAsync(
        Action<BayeuxOptions>? options = null, ManualTimeProvider? time = null, Action<IBayeuxBuilder>? services = null, Action<Microsoft.AspNetCore.Builder.WebApplication>? middleware = null,
        IBayeuxEventLog? log = null) =>
        BayeuxHost.StartAsync(options, log, time, bayeux =>
        {
            bayeux.Authorize("/**", (_, _, _) => BayeuxVerdict.Allowed).MapService("/service/echo", (call, _) => new(call.Data.ToArray()));
            services?.Invoke(bayeux);
        }, middleware);

    private protected static Session OnlySession(BayeuxHost host) => Assert.Single(host.Server.Sessions.All);

    private protected static async Task AssertDeliversAsync(BayeuxHost host, CometdDriver client, string channel, string data)
    {
        Assert.Equal(1, await host.Server.PublishAsync(channel, Json.Utf8(data)));
        Assert.Equal(data, (await client.UntilAsync("event", item => item.Channel() == channel))["data"]!.ToJsonString());
    }

    private protected static JsonObject Command(string command) => new() { ["do"] = command };
}
