using System.Text.Json.Nodes;

namespace Parley.Bayeux;

/// <summary>Short ways to read replies.</summary>
internal static class Json
{
    public static string? Text(this JsonNode? node, string member) => node?[member]?.GetValue<string>();

    public static bool Successful(this JsonNode? node) => node?["successful"]?.GetValue<bool>() == true;

    public static string? Error(this JsonNode? node) => node.Text("error");

    public static string? Channel(this JsonNode? node) => node.Text("channel");

    public static ReadOnlyMemory<byte> Utf8(string json) => System.Text.Encoding.UTF8.GetBytes(json);
}
