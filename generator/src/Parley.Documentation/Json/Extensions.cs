using System.Text.Json.Nodes;
using Parley.Documentation.Model;

namespace Parley.Documentation.Json;

/// <summary>What a contract says of an operation or notification and no standard has a word for.</summary>
internal static class Extensions
{
    /// <summary>Adds the extensions of an operation.</summary>
    public static void AddTo(JsonObject target, OperationDocumentation operation)
    {
        target.Add("x-contract", operation.Contract);
        target.AddGiven("x-wire-name", operation.WireName);
        target.AddGiven("x-channel", operation.Channel);
        target.AddGiven("x-service-channel", operation.ServiceChannel);
        target.AddGiven("x-permissions", operation.Permissions);
        target.AddGiven("x-required-features", operation.Features);
        target.AddGiven("x-preconditions", operation.From.Count == 0 ? null : new JsonObject { ["states"] = JsonTree.Strings(operation.From) });
        target.AddGiven("x-leads-to", operation.To);
        target.AddGiven("x-capability", operation.Capability);
        target.AddGiven("x-emits", [.. operation.Notifies.Select(static notification => notification.Id)]);
    }

    /// <summary>Adds the extensions of a notification.</summary>
    public static void AddTo(JsonObject target, NotificationDocumentation notification)
    {
        target.Add("x-contract", notification.Contract);
        target.AddGiven("x-caused-by", [.. notification.CausedBy.Select(static operation => operation.Id)]);
        if (notification.Selectors.Count > 0)
        {
            target.Add("x-selectors", new JsonObject(notification.Selectors.Select(static selector =>
                KeyValuePair.Create(selector.Member, (JsonNode?)JsonTree.Strings(selector.Values)))));
        }
    }
}
