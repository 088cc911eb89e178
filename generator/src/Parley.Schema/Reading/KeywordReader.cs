using Parley.Schema.Diagnostics;
using Parley.Schema.Json;

namespace Parley.Schema.Reading;

/// <summary>Walks the subschemas of one file and has every keyword checked by its entry in <see cref="KeywordTable"/>.</summary>
internal sealed class KeywordReader(
    DiagnosticBag diagnostics, Dictionary<string, SchemaSyntax> subschemas, IReadOnlyDictionary<string, Vocabularies> dialects, CancellationToken cancellationToken)
{
    public DiagnosticBag Diagnostics { get; } = diagnostics;

    /// <summary>Values of <c>$schema</c> that name another dialect than 2020-12.</summary>
    public List<JsonNode> ForeignDialects { get; } = [];

    public SchemaSyntax ReadRoot(JsonNode json) => Read(json, JsonPointer.Root, null, "", null);

    /// <summary>Reads the subschema that a keyword holds.</summary>
    public void ReadChild(SchemaSyntax parent, JsonMember keyword) =>
        parent.Add(Read(keyword.Value, JsonPointer.Append(parent.Pointer, keyword.Name), parent, keyword.Name, null));

    /// <summary>Reads one of the subschemas that a keyword holds.</summary>
    public void ReadChild(SchemaSyntax parent, JsonMember keyword, string name, JsonNode json) =>
        parent.Add(Read(json, JsonPointer.Append(JsonPointer.Append(parent.Pointer, keyword.Name), name), parent, keyword.Name, name));

    /// <summary>Reports a value of the wrong kind.</summary>
    public void WrongValue(string keyword, JsonNode value, string expected)
    {
        var found = value.Kind == JsonKind.Number ? value.Text : value.Kind.Describe();
        Diagnostics.Add(SchemaRules.WrongKeywordValue, value.Span, keyword, expected, found);
    }

    private SchemaSyntax Read(JsonNode json, string pointer, SchemaSyntax? parent, string keyword, string? name)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var vocabularies = VocabulariesOf(json, parent);
        var syntax = new SchemaSyntax(KeywordTable.Keep(json, vocabularies), pointer, parent, keyword, name) { Vocabularies = vocabularies };
        // A repeated member is reported by the parser; the first one stays the target.
        if (!subschemas.ContainsKey(pointer))
            subschemas.Add(pointer, syntax);

        if (json.Kind == JsonKind.Object)
        {
            foreach (var member in syntax.Json.Members)
                KeywordTable.Check(this, syntax, member);
        }
        else if (!json.IsBoolean)
        {
            Diagnostics.Add(SchemaRules.NotASchema, json.Span, json.Kind.Describe());
        }

        return syntax;
    }

    private Vocabularies VocabulariesOf(JsonNode json, SchemaSyntax? parent) =>
        json.Find("$schema") is { Value.Kind: JsonKind.String } dialect && dialects.TryGetValue(dialect.Value.Text, out var vocabularies)
            ? vocabularies
            : parent?.Vocabularies ?? Vocabularies.Standard;
}
