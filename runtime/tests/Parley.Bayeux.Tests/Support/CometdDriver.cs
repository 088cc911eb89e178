using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;

namespace Parley.Bayeux;

/// <summary>CometD's own JavaScript client in a process of its own: it keeps one cookie jar per process and host, so clients must not share one.</summary>
internal sealed class CometdDriver : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private CometdDriver(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<CometdDriver> StartAsync(BayeuxHost host, string transport, string user = "agent1", bool ack = false, bool timesync = false)
    {
        var directory = typeof(CometdDriver).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "NodeDirectory").Value!;
        Assert.True(Directory.Exists(Path.Combine(directory, "node_modules")), $"CometD's client is not installed: run `npm ci` in {directory}.");

        var process = Process.Start(new ProcessStartInfo("node", "driver.mjs")
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var driver = new CometdDriver(process);
        await driver.DoAsync(new JsonObject
        {
            ["do"] = "configure",
            ["url"] = $"http://{user}:x@127.0.0.1:{host.Port}{BayeuxHost.Path}",
            ["transport"] = transport,
            ["ack"] = ack,
            ["timesync"] = timesync,
        });
        await driver.UntilAsync("configured");
        return driver;
    }

    public Task DoAsync(JsonObject command) => _process.StandardInput.WriteLineAsync(command.ToJsonString());

    public Task DoAsync(string command) => DoAsync(new JsonObject { ["do"] = command });

    public Task SubscribeAsync(string channel) => DoAsync(new JsonObject { ["do"] = "subscribe", ["channel"] = channel });

    public Task PublishAsync(string channel, JsonNode data) => DoAsync(new JsonObject { ["do"] = "publish", ["channel"] = channel, ["data"] = data });

    /// <summary>The client puts <c>/service/</c> before the target by itself.</summary>
    public Task CallAsync(string target, JsonNode data) => DoAsync(new JsonObject { ["do"] = "call", ["target"] = target, ["data"] = data });

    /// <summary>The next thing of a kind that the client says, passing over others.</summary>
    public async Task<JsonNode> UntilAsync(string what, Func<JsonNode, bool>? wanted = null)
    {
        while (true)
        {
            var line = await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Limit.Any);
            if (line is null)
                Assert.Fail($"The client ended while '{what}' was awaited: {await _errors}");
            var said = JsonNode.Parse(line)!;
            if (said.Text("what") == what && wanted?.Invoke(said["message"]!) != false)
                return said["message"] ?? said;
        }
    }

    /// <summary>Handshakes and waits until the first connect came back.</summary>
    public async Task OpenAsync()
    {
        await DoAsync("handshake");
        Assert.True((await UntilAsync("handshake")).Successful());
        Assert.True((await UntilAsync("connect")).Successful());
    }

    public async Task OpenAsync(string channel)
    {
        await OpenAsync();
        await SubscribeAsync(channel);
        Assert.True((await UntilAsync("subscribed")).Successful());
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        try
        {
            await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(Limit.Any);
        }
        catch (TimeoutException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
