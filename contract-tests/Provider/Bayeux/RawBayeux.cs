using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ContactCenter.Provider.Bayeux;

/// <summary>The first steps of a Bayeux client, message by message, so that a pact can take the next.</summary>
internal sealed class RawBayeux(HttpClient http)
{
    private const string Path = "/api/v2/notifications";

    /// <summary>Opens a session, for which events are kept until it acknowledges them.</summary>
    /// <returns>Its client id.</returns>
    public async Task<string> HandshakeAsync(CancellationToken cancellationToken)
    {
        var reply = await SendAsync(
            new JsonObject
            {
                ["channel"] = "/meta/handshake",
                ["version"] = "1.0",
                ["supportedConnectionTypes"] = new JsonArray("long-polling"),
                ["ext"] = new JsonObject { ["ack"] = true },
            },
            cancellationToken);
        return (string)reply["clientId"]!;
    }

    public Task SubscribeAsync(string clientId, string channel, CancellationToken cancellationToken) =>
        SendAsync(new JsonObject { ["channel"] = "/meta/subscribe", ["clientId"] = clientId, ["subscription"] = channel }, cancellationToken);

    /// <summary>
    /// Connects until an event of the channel comes, and acknowledges nothing: the next connect brings the event again. What a commit causes reaches
    /// the session some time after the commit, so that it takes this to know that an event waits.
    /// </summary>
    public async Task AwaitEventAsync(string clientId, string channel, CancellationToken cancellationToken)
    {
        JsonArray replies;
        do
            replies = await ExchangeAsync(new JsonObject { ["channel"] = "/meta/connect", ["clientId"] = clientId, ["connectionType"] = "long-polling" }, cancellationToken);
        while (!replies.Any(reply => (string?)reply!["channel"] == channel));
    }

    private async Task<JsonNode> SendAsync(JsonObject message, CancellationToken cancellationToken) => (await ExchangeAsync(message, cancellationToken))[0]!;

    private async Task<JsonArray> ExchangeAsync(JsonObject message, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(Path, new JsonArray(message), cancellationToken);
        var replies = (await response.Content.ReadFromJsonAsync<JsonArray>(cancellationToken))!;
        return replies.All(reply => (bool?)reply!["successful"] is not false)
            ? replies
            : throw new InvalidOperationException($"The contact center answers {message.ToJsonString()} with {replies.ToJsonString()}.");
    }
}
