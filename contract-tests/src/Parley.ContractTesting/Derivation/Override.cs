using System.Text.Json;
using System.Text.Json.Nodes;

namespace Parley.ContractTesting;

/// <summary>Lays a consumer's own members over derived ones.</summary>
internal static class Override
{
    /// <summary>Replaces the given members and keeps the others; objects are merged, null removes.</summary>
    public static JsonNode Apply(JsonNode? derived, object members)
    {
        ArgumentNullException.ThrowIfNull(members);
        return JsonSerializer.SerializeToNode(members) is JsonObject own
            ? Merge(derived as JsonObject, own)
            : throw new ArgumentException("Members are given as an object.", nameof(members));
    }

    private static JsonObject Merge(JsonObject? derived, JsonObject own)
    {
        var merged = derived is null || IsRule(derived) ? [] : derived.DeepClone().AsObject();
        foreach (var (name, value) in own)
        {
            if (value is null)
                merged.Remove(name);
            else if (value is JsonObject inner && !IsRule(inner))
                merged[name] = Merge(merged[name] as JsonObject, inner);
            else
                merged[name] = value.DeepClone();
        }

        return merged;
    }

    private static bool IsRule(JsonObject node) => node.ContainsKey(MatcherKeys.Type);
}
