using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Parley.Bayeux;

/// <summary>CometD's own JavaScript client in a process of its own: it keeps one cookie jar per process and host, so clients must not share one.</summary>
internal sealed class CometdDriver : IAsyncDisposable
{
    /// <summary>How many milliseconds the client waits for an answer.</summary>
    public static readonly int Patience = (int)Limit.Any.TotalMilliseconds;

    private readonly Process _process;
    private readonly ChannelReader<string> _said;
    private readonly ChannelReader<string> _errors;

    private CometdDriver(Process process)
    {
        _process = process;
        _said = LinesOf(process.StandardOutput);
        _errors = LinesOf(process.StandardError);
    }

    /// <param name="host">The server.</param>
    /// <param name="transports">Transports that the client knows, with commas between them.</param>
    /// <param name="user">Who the client says it is.</param>
    /// <param name="extensions">The client's extensions, with commas between them: ack, binary, reload, timestamp, timesync.</param>
    /// <param name="port">Where the client finds the server when not at its port.</param>
    /// <param name="config">What is configured of the client beyond the address.</param>
    /// <param name="path">The address's path.</param>
    public static async Task<CometdDriver> StartAsync(
        BayeuxHost host, string transports, string user = "agent1", string extensions = "", int? port = null, JsonObject? config = null, string path = BayeuxHost.Path)
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
            ["url"] = $"http://{user}:x@127.0.0.1:{port ?? host.Port}{path}",
            ["transports"] = List(transports),
            ["extensions"] = List(extensions),
            ["config"] = Patient(config ?? []),
        });
        await driver.UntilAsync("configured");
        return driver;
    }

    public Task DoAsync(JsonObject command) => _process.StandardInput.WriteLineAsync(command.ToJsonString());

    public Task DoAsync(string command) => DoAsync(new JsonObject { ["do"] = command });

    /// <summary>Does several things in one go of the client's thread, or within a batch of CometD.</summary>
    public Task DoAsync(string how, IEnumerable<JsonObject> commands) => DoAsync(new JsonObject { ["do"] = how, ["commands"] = new JsonArray([.. commands]) });

    /// <summary>Does something inside the next call of a listener of a meta channel.</summary>
    public Task WithinAsync(string meta, JsonObject command) => DoAsync(new JsonObject { ["do"] = "within", ["meta"] = meta, ["command"] = command });

    public static JsonObject Publish(string channel, JsonNode? data) => new() { ["do"] = "publish", ["channel"] = channel, ["data"] = data };

    public Task SubscribeAsync(string channel) => DoAsync(new JsonObject { ["do"] = "subscribe", ["channel"] = channel });

    public Task PublishAsync(string channel, JsonNode? data) => DoAsync(Publish(channel, data));

    /// <summary>The client puts <c>/service/</c> before the target by itself.</summary>
    public Task CallAsync(string target, JsonNode data, int? timeout = null) =>
        DoAsync(new JsonObject { ["do"] = "call", ["target"] = target, ["data"] = data, ["timeout"] = timeout ?? Patience });

    /// <summary>What the client says of itself: status, transport, clientId.</summary>
    public async Task<JsonNode> StatusAsync()
    {
        await DoAsync("status");
        return await UntilAsync("status");
    }

    /// <summary>The next thing of a kind that the client says, passing over others.</summary>
    public async Task<JsonNode> UntilAsync(string what, Func<JsonNode, bool>? wanted = null)
    {
        while (true)
        {
            var (said, message) = await NextAsync();
            if (said == what && wanted?.Invoke(message) != false)
                return message;
        }
    }

    /// <summary>The next thing that the client says.</summary>
    public async Task<(string What, JsonNode Message)> NextAsync()
    {
        if (!await _said.WaitToReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Limit.Any))
            Assert.Fail($"The client ended: {string.Join('\n', await _errors.ReadAllAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken))}");
        var said = JsonNode.Parse(await _said.ReadAsync(TestContext.Current.CancellationToken))!;
        return (said.Text("what")!, said["message"] ?? said);
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

    // A client on a busy machine must not give up what a test waits for.
    private static JsonObject Patient(JsonObject config)
    {
        config.TryAdd("maxNetworkDelay", Patience);
        return config;
    }

    // A read of a pipe blocks its thread, asynchronous or not: one of the pool's would be missing to the server under test.
    private static ChannelReader<string> LinesOf(StreamReader reader)
    {
        var lines = Channel.CreateUnbounded<string>();
        var thread = new Thread(() =>
        {
            while (reader.ReadLine() is { } line)
                lines.Writer.TryWrite(line);
            lines.Writer.Complete();
        })
        { IsBackground = true };
        thread.Start();
        return lines.Reader;
    }

    private static JsonArray List(string names) => new([.. names.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name => (JsonNode)name)]);

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
