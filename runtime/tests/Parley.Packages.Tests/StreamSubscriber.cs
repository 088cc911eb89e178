using System.Text;
using System.Text.Json.Nodes;

namespace Parley.Packages.Tests;

/// <summary>A client of the README's streaming server, by long-polling.</summary>
internal sealed class StreamSubscriber : IDisposable
{
    private const string Channel = "/event/Order__e";

    private readonly HttpClient _http = new();
    private readonly Queue<string> _events = new();
    private string _clientId = "";

    /// <summary>Handshakes and subscribes.</summary>
    /// <param name="program">The server.</param>
    /// <param name="replay">Where to start.</param>
    /// <exception cref="InvalidOperationException">The subscription was refused; the message is the reply.</exception>
    public static async Task<StreamSubscriber> OpenAsync(RunningProgram program, int replay)
    {
        var subscriber = new StreamSubscriber();
        subscriber._http.BaseAddress = program.Client.BaseAddress;
        var handshake = await subscriber.PostAsync("""{"channel":"/meta/handshake","version":"1.0","supportedConnectionTypes":["long-polling"]}""");
        subscriber._clientId = handshake[0]!["clientId"]!.GetValue<string>();
        var subscribed = await subscriber.PostAsync(
            $$$$"""{"channel":"/meta/subscribe","clientId":"{{{{subscriber._clientId}}}}","subscription":"{{{{Channel}}}}","ext":{"replay":{"{{{{Channel}}}}":{{{{replay}}}}}}}""");
        if (subscribed[0]!["successful"]!.GetValue<bool>())
            return subscriber;
        subscriber.Dispose();
        throw new InvalidOperationException(subscribed.ToJsonString());
    }

    /// <summary>The next event's data.</summary>
    public async Task<string> NextAsync()
    {
        while (_events.Count == 0)
        {
            foreach (var message in await PostAsync($$"""{"channel":"/meta/connect","clientId":"{{_clientId}}","connectionType":"long-polling"}"""))
            {
                if (message!["channel"]!.GetValue<string>() == Channel)
                    _events.Enqueue(message["data"]!.ToJsonString());
            }
        }

        return _events.Dequeue();
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonArray> PostAsync(string message)
    {
        using var content = new StringContent(message, Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync("/cometd/62.0", content, TestContext.Current.CancellationToken);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsArray();
    }
}
