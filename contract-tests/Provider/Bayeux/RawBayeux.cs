using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ContactCenter.Provider.Bayeux;

/// <summary>The first steps of a Bayeux client, message by message, so that a pact can take the next.</summary>
internal sealed class RawBayeux(HttpClient http)
{
    private const string Path = "/api/v2/notifications";

    /// <summary>Opens a session.</summary>
    /// <returns>Its client id.</returns>
    public async Task<string> HandshakeAsync(CancellationToken cancellationToken)
    {
        var reply = await SendAsync(
            new JsonObject { ["channel"] = "/meta/handshake", ["version"] = "1.0", ["supportedConnectionTypes"] = new JsonArray("long-polling") }, cancellationToken);
        return (string)reply["clientId"]!;
    }

    public Task SubscribeAsync(string clientId, string channel, CancellationToken cancellationToken) =>
        SendAsync(new JsonObject { ["channel"] = "/meta/subscribe", ["clientId"] = clientId, ["subscription"] = channel }, cancellationToken);

    private async Task<JsonNode> SendAsync(JsonObject message, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(Path, new JsonArray(message), cancellationToken);
        var reply = (await response.Content.ReadFromJsonAsync<JsonArray>(cancellationToken))![0]!;
        return (bool?)reply["successful"] == true ? reply : throw new InvalidOperationException($"The contact center answers {message.ToJsonString()} with {reply.ToJsonString()}.");
    }
}
