using System.Text.Json;
using System.Text.Json.Nodes;

namespace Parley.Pacts.StandInBroker.Http;

/// <summary>The members of a JSON object that a caller sent, read by type; what does not fit is refused by its JSON pointer.</summary>
internal sealed class JsonMembers
{
    private readonly string _pointer;

    private JsonMembers(JsonObject node, string pointer)
    {
        Node = node;
        _pointer = pointer;
    }

    public JsonObject Node { get; }

    public static JsonMembers Of(JsonNode? node, string pointer = "") =>
        node is JsonObject members ? new JsonMembers(members, pointer) : throw Refusal(pointer, "must be a JSON object");

    public string Text(string name) => OptionalText(name) ?? throw Refusal($"{_pointer}/{name}", "is missing");

    public string? OptionalText(string name) => Node[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>() is { Length: > 0 } text ? text : throw Refusal($"{_pointer}/{name}", "is empty"),
        _ => throw Refusal($"{_pointer}/{name}", "must be a string"),
    };

    public bool RequiredFlag(string name) => Node.ContainsKey(name) ? Flag(name) : throw Refusal($"{_pointer}/{name}", "is missing");

    public bool Flag(string name) => Node[name] switch
    {
        null => false,
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
        _ => throw Refusal($"{_pointer}/{name}", "must be true or false"),
    };

    public IReadOnlyList<JsonMembers> Objects(string name) =>
        [.. Items(name).Select((item, index) => Of(item, $"{_pointer}/{name}/{index}"))];

    public IReadOnlyList<string> Texts(string name) =>
        [.. Items(name).Select((item, index) => item is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : throw Refusal($"{_pointer}/{name}/{index}", "must be a string"))];

    public void RefuseOthersThan(IReadOnlyCollection<string> known)
    {
        if (Node.Select(member => member.Key).FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw Refusal($"{_pointer}/{unknown}", $"is not known; known are {string.Join(", ", known)}");
    }

    public BrokerRefusalException Refuse(string what) => Refusal(_pointer, what);

    private JsonArray Items(string name) => Node[name] switch
    {
        null => [],
        JsonArray items => items,
        _ => throw Refusal($"{_pointer}/{name}", "must be an array"),
    };

    private static BrokerRefusalException Refusal(string pointer, string what) =>
        BrokerRefusalException.BadRequest($"{(pointer.Length == 0 ? "The body" : pointer)} {what}.");
}
