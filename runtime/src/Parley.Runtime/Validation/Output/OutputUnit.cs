using System.Text.Json;

namespace Parley;

/// <summary>One unit of the standard output (JSON Schema Core 2020-12, section 12): a broken rule, or a subschema in which several were.</summary>
internal sealed class OutputUnit
{
    private readonly List<OutputUnit> _children = [];

    private OutputUnit(string keywordLocation, string instanceLocation, string absoluteKeywordLocation, SchemaError? error)
    {
        KeywordLocation = keywordLocation;
        InstanceLocation = instanceLocation;
        AbsoluteKeywordLocation = absoluteKeywordLocation;
        Error = error;
    }

    public string KeywordLocation { get; }

    public string InstanceLocation { get; }

    /// <summary>Empty when it is not known.</summary>
    public string AbsoluteKeywordLocation { get; }

    public SchemaError? Error { get; }

    /// <summary>A broken rule.</summary>
    public static OutputUnit Of(SchemaError error) => new(error.KeywordLocation, error.InstanceLocation, error.AbsoluteKeywordLocation, error);

    /// <summary>
    /// The tree of the <c>detailed</c> shape: a unit for each subschema on the way to a broken rule, and in place of one with a single child that child.
    /// </summary>
    public static OutputUnit Tree(SchemaErrors errors)
    {
        var root = new OutputUnit("", "", "", error: null);
        foreach (var error in errors)
        {
            var holder = root;
            foreach (var (keywordLocation, instanceLocation) in EvaluationPath.SubschemasOf(error))
                holder = holder.Child(keywordLocation, instanceLocation, error);
            holder._children.Add(Of(error));
        }

        return root;
    }

    /// <summary>Writes the unit, its children in the <c>detailed</c> shape.</summary>
    public void WriteTo(Utf8JsonWriter writer, bool isRoot = false)
    {
        if (_children.Count == 1 && !isRoot)
        {
            _children[0].WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        writer.WriteBoolean("valid"u8, false);
        writer.WriteString("keywordLocation"u8, KeywordLocation);
        if (AbsoluteKeywordLocation.Length > 0)
            writer.WriteString("absoluteKeywordLocation"u8, AbsoluteKeywordLocation);
        writer.WriteString("instanceLocation"u8, InstanceLocation);
        if (Error is { } error)
        {
            writer.WriteNumber("instanceLine"u8, error.Line);
            writer.WriteNumber("instanceColumn"u8, error.Column);
            writer.WriteString("error"u8, error.Message);
        }
        else
        {
            writer.WriteStartArray("errors"u8);
            foreach (var child in _children)
                child.WriteTo(writer);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private OutputUnit Child(string keywordLocation, string instanceLocation, SchemaError error)
    {
        foreach (var child in _children)
        {
            if (child.Error is null && child.KeywordLocation == keywordLocation && child.InstanceLocation == instanceLocation)
                return child;
        }

        // Where the way down from here follows no reference, the place in the file is that of the rule without the same end.
        var below = error.KeywordLocation[keywordLocation.Length..];
        var absolute = error.AbsoluteKeywordLocation.EndsWith(below, StringComparison.Ordinal) ? error.AbsoluteKeywordLocation[..^below.Length] : "";
        var added = new OutputUnit(keywordLocation, instanceLocation, absolute, error: null);
        _children.Add(added);
        return added;
    }
}
