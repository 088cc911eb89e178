using System.Text.Json.Nodes;

namespace Parley.Pacts.StandInBroker.Http;

/// <summary>An answer: a status and a HAL document.</summary>
internal sealed record BrokerReply(int Status, JsonObject Document)
{
    public static implicit operator BrokerReply(JsonObject document) => new(200, document);
}
