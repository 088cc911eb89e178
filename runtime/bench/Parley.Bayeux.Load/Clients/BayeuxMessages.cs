using System.Text.Json.Nodes;
using Parley.Bayeux.Load.Servers;

namespace Parley.Bayeux.Load.Clients;

/// <summary>What a Bayeux client says.</summary>
internal sealed class BayeuxMessages(Transport transport)
{
    private readonly string _connectionType = transport == Transport.WebSocket ? "websocket" : "long-polling";
    private string? _clientId;

    public string Handshake => $$"""[{"channel":"/meta/handshake","id":"1","version":"1.0","supportedConnectionTypes":["{{_connectionType}}"]}]""";

    public string Subscribe => $$"""[{"channel":"/meta/subscribe","id":"2","clientId":"{{_clientId}}","subscription":"/load"}]""";

    /// <summary>The first connect, which is answered at once.</summary>
    public string FirstConnect => $$$"""[{"channel":"/meta/connect","id":"3","clientId":"{{{_clientId}}}","connectionType":"{{{_connectionType}}}","advice":{"timeout":0}}]""";

    /// <summary>Every further connect: the same bytes each time, ids and all, for servers only repeat them.</summary>
    public string Connect => $$"""[{"channel":"/meta/connect","id":"4","clientId":"{{_clientId}}","connectionType":"{{_connectionType}}"}]""";

    /// <summary>Takes the reply to the handshake.</summary>
    public void Handshaken(string reply) => _clientId = (string)Successful(reply)["clientId"]!;

    /// <summary>The reply, if it says so.</summary>
    /// <exception cref="InvalidDataException">The server refused.</exception>
    public static JsonNode Successful(string reply) => JsonNode.Parse(reply) is JsonArray { Count: 1 } messages && messages[0]?["successful"]?.GetValue<bool>() == true
        ? messages[0]!
        : throw new InvalidDataException($"The server refused: {reply}");
}
