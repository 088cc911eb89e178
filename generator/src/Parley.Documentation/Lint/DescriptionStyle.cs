using Parley.Documentation.Model;
using Parley.Schema.Json;
using Parley.Schema.Reading;

namespace Parley.Documentation.Lint;

/// <summary>What a reader meets by name is described: contracts, parameters, headers, schemas, members.</summary>
internal sealed class DescriptionStyle(ContractLinter linter)
{
    // Within these a member is looked at once more, and what it is was said elsewhere.
    private static readonly HashSet<string> Refinements = new(StringComparer.Ordinal)
    {
        "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas", "contains", "propertyNames",
    };

    public void Check(ContractFolder folder, DocumentationModel model)
    {
        foreach (var contract in model.Contracts)
        {
            if (contract.Description is null)
                Missing(contract.Source.Path, new JsonSpan(contract.Source.Json.Span.Start, 1), $"The contract '{contract.Name}'");
            foreach (var (_, resource) in Members(contract.Source.Member("resources")))
            {
                CheckNamed(contract, resource.Member("parameters"), "parameter");
                CheckNamed(contract, resource.Member("headers"), "header");
            }
        }

        foreach (var schema in folder.Schemas)
            Check(folder, schema.Path, schema.Schema);
    }

    private void CheckNamed(ContractDocumentation contract, SourceNode? names, string what)
    {
        foreach (var (named, value) in Members(names))
        {
            if (value.Json.Find("description") is null)
                Missing(contract.Source.Path, named.NameSpan, $"The {what} '{named.Name}'");
        }
    }

    private static IEnumerable<(JsonMember Member, SourceNode Value)> Members(SourceNode? node) =>
        node?.Json.Members.Select(member => (member, node.Member(member.Name)!)) ?? [];

    private void Check(ContractFolder folder, string path, SchemaSyntax schema)
    {
        if (schema.Parent is null || schema.Keyword is "$defs" or "properties")
            CheckOne(folder, path, schema);
        foreach (var child in schema.Children)
        {
            if (!Refinements.Contains(child.Keyword))
                Check(folder, path, child);
        }
    }

    private void CheckOne(ContractFolder folder, string path, SchemaSyntax schema)
    {
        if (schema.Json.Find("description") is not null)
            return;
        if (schema.Ref is { } reference && folder.References.FollowToSchema(path, schema, reference)?.Schema.Json.Find("description") is not null)
            return;

        if (schema.Parent is null)
            Missing(path, new JsonSpan(schema.Json.Span.Start, 1), "The schema");
        else if (schema.Parent.Json.Find(schema.Keyword)?.Value.Find(schema.Name!) is { } member)
            Missing(path, member.NameSpan, schema.Keyword == "$defs" ? $"The definition '{schema.Name}'" : $"The member '{schema.Name}'");
    }

    private void Missing(string path, JsonSpan span, string what) => linter.Add(StyleRules.MissingDescription, path, span, what);
}
