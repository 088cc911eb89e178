using Parley.Schema.Diagnostics;
using Parley.Schema.Json;

namespace Parley.Schema.Contracts;

/// <summary>Reads the members of one object of a manifest; what nobody asked for is reported at the end.</summary>
internal sealed class MemberReader(JsonNode json, string what, DiagnosticBag diagnostics)
{
    private readonly List<string> _known = [];

    /// <summary>The object that a member holds, or null after a report.</summary>
    public static MemberReader? Open(JsonMember member, string what, DiagnosticBag diagnostics)
    {
        if (member.Value.Kind == JsonKind.Object)
            return new MemberReader(member.Value, what, diagnostics);
        WrongValue(member.Name, member.Value, what == "a reference" ? "an object with a '$ref'" : "an object", diagnostics);
        return null;
    }

    /// <summary>A string that is not empty, or null.</summary>
    public JsonNode? Text(string name, bool required = false)
    {
        var member = Take(name, required);
        if (member is null)
            return null;
        if (member.Value.Kind == JsonKind.String && member.Value.Text.Length > 0)
            return member.Value;
        WrongValue(name, member.Value, "a string that is not empty", diagnostics);
        return null;
    }

    /// <summary>A boolean; false when absent.</summary>
    public bool Flag(string name)
    {
        var member = Take(name, required: false);
        if (member is not null && !member.Value.IsBoolean)
            WrongValue(name, member.Value, "a boolean", diagnostics);
        return member?.Value.Kind == JsonKind.True;
    }

    /// <summary>An integer in the range of an int, or null.</summary>
    public JsonNode? Integer(string name, out int value)
    {
        value = 0;
        var member = Take(name, required: true);
        if (member is null)
            return null;
        if (member.Value.Kind == JsonKind.Number && JsonNumberText.TryGetInteger(member.Value.Text, out var number) && number is >= int.MinValue and <= int.MaxValue)
        {
            value = (int)number;
            return member.Value;
        }

        WrongValue(name, member.Value, "an integer of 32 bits", diagnostics);
        return null;
    }

    /// <summary>Different strings; none when absent.</summary>
    public IReadOnlyList<JsonNode> Names(string name)
    {
        const string Expected = "an array of different strings with at least one entry";
        var member = Take(name, required: false);
        if (member is null)
            return [];
        if (member.Value.Kind != JsonKind.Array || member.Value.Items.Count == 0)
        {
            WrongValue(name, member.Value, Expected, diagnostics);
            return [];
        }

        var names = new List<JsonNode>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in member.Value.Items)
        {
            if (item.Kind == JsonKind.String && item.Text.Length > 0 && known.Add(item.Text))
                names.Add(item);
            else
                WrongValue(name, item, Expected, diagnostics);
        }

        return names;
    }

    /// <summary>The members of an object with at least one; none when absent.</summary>
    public IReadOnlyList<JsonMember> Map(string name, bool required = false)
    {
        var member = Take(name, required);
        if (member is null)
            return [];
        if (member.Value.Kind == JsonKind.Object && member.Value.Members.Count > 0)
            return member.Value.Members;
        WrongValue(name, member.Value, "an object with at least one member", diagnostics);
        return [];
    }

    /// <summary>A member of any kind, or null.</summary>
    public JsonMember? Take(string name, bool required = false)
    {
        _known.Add(name);
        var member = json.Find(name);
        if (member is null && required)
            diagnostics.Add(SchemaRules.MissingMember, new JsonSpan(json.Span.Start, 1), "The member '" + name + "'", what);
        return member;
    }

    /// <summary>Reports the members that nobody asked for.</summary>
    public void Finish()
    {
        foreach (var member in json.Members)
        {
            if (!_known.Contains(member.Name))
                diagnostics.Add(SchemaRules.UnknownMember, member.NameSpan, member.Name, what, ContractScope.OneOf(_known));
        }
    }

    /// <summary>Reports a value of the wrong kind.</summary>
    public static void WrongValue(string name, JsonNode value, string expected, DiagnosticBag diagnostics)
    {
        var found = value.Kind switch
        {
            JsonKind.Number => value.Text,
            JsonKind.String => CompactJson.Quote(value.Text),
            JsonKind.Object when value.Members.Count == 0 => "an empty object",
            JsonKind.Array when value.Items.Count == 0 => "an empty array",
            _ => value.Kind.Describe(),
        };
        diagnostics.Add(SchemaRules.WrongMemberValue, value.Span, name, expected, found);
    }
}
