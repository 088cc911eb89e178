namespace Parley.Schema.Json;

/// <summary>A JSON value with its place in the text. Immutable.</summary>
public sealed class JsonNode
{
    private static readonly IReadOnlyList<JsonMember> NoMembers = [];
    private static readonly IReadOnlyList<JsonNode> NoItems = [];

    private JsonNode(JsonKind kind, JsonSpan span, string text, IReadOnlyList<JsonMember> members, IReadOnlyList<JsonNode> items)
    {
        Kind = kind;
        Span = span;
        Text = text;
        Members = members;
        Items = items;
    }

    /// <summary>What it is.</summary>
    public JsonKind Kind { get; }

    /// <summary>The whole value, from its first to its last character.</summary>
    public JsonSpan Span { get; }

    /// <summary>A string's content, or a number's source text; otherwise empty.</summary>
    public string Text { get; }

    /// <summary>Members of an object in source order; a name that is given twice is here twice.</summary>
    public IReadOnlyList<JsonMember> Members { get; }

    /// <summary>Items of an array.</summary>
    public IReadOnlyList<JsonNode> Items { get; }

    /// <summary>Whether it is <c>true</c> or <c>false</c>.</summary>
    public bool IsBoolean => Kind is JsonKind.True or JsonKind.False;

    /// <summary>The first member of that name, or null.</summary>
    public JsonMember? Find(string name)
    {
        for (var i = 0; i < Members.Count; i++)
        {
            if (string.Equals(Members[i].Name, name, StringComparison.Ordinal))
                return Members[i];
        }

        return null;
    }

    internal static JsonNode Scalar(JsonKind kind, JsonSpan span, string text = "") => new(kind, span, text, NoMembers, NoItems);

    internal static JsonNode Object(JsonSpan span, IReadOnlyList<JsonMember> members) => new(JsonKind.Object, span, "", members, NoItems);

    internal static JsonNode Array(JsonSpan span, IReadOnlyList<JsonNode> items) => new(JsonKind.Array, span, "", NoMembers, items);
}

/// <summary>A member of a JSON object. Immutable.</summary>
public sealed class JsonMember
{
    internal JsonMember(string name, JsonSpan nameSpan, JsonNode value)
    {
        Name = name;
        NameSpan = nameSpan;
        Value = value;
    }

    /// <summary>The name, unescaped.</summary>
    public string Name { get; }

    /// <summary>The name in the text, with its quotes.</summary>
    public JsonSpan NameSpan { get; }

    /// <summary>The value.</summary>
    public JsonNode Value { get; }
}
