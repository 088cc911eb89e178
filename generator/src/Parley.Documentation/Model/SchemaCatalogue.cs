using Parley.Schema.Json;
using Parley.Schema.Model;
using Parley.Schema.Reading;

namespace Parley.Documentation.Model;

/// <summary>The named schemas that contracts reach, and where the references between them lead.</summary>
public sealed class SchemaCatalogue
{
    private readonly Dictionary<(string Path, string Pointer), SchemaDocumentation> _byPlace;
    private readonly Dictionary<JsonNode, SchemaDocumentation?> _subschemas;

    private SchemaCatalogue(
        Dictionary<(string Path, string Pointer), SchemaDocumentation> byPlace, Dictionary<JsonNode, SchemaDocumentation?> subschemas)
    {
        _byPlace = byPlace;
        _subschemas = subschemas;
        Schemas = [.. byPlace.Values
            .OrderBy(static schema => schema.Source.Path, StringComparer.Ordinal)
            .ThenBy(static schema => schema.Source.Json.Span.Start)];
    }

    /// <summary>The schemas by path and place in the file.</summary>
    public IReadOnlyList<SchemaDocumentation> Schemas { get; }

    /// <summary>Collects what contracts refer to, and what that refers to.</summary>
    public static SchemaCatalogue Of(ContractFolder folder) => new Collector(folder).Collect();

    /// <summary>The schema of a reference.</summary>
    public SchemaDocumentation Find(TypeReference reference) => _byPlace[(reference.Path, reference.Pointer)];

    /// <summary>Whether a value is a schema, rather than an example, a constant or another keyword's value.</summary>
    public bool IsSchema(JsonNode json) => _subschemas.ContainsKey(json);

    /// <summary>The schema that the <c>$ref</c> of a subschema leads to; null when it has none.</summary>
    /// <param name="subschema">The object that holds the <c>$ref</c>.</param>
    public SchemaDocumentation? TargetOf(JsonNode subschema) => _subschemas.GetValueOrDefault(subschema);

    /// <summary>The subschema behind references that say nothing else about members.</summary>
    public SourceNode Follow(SourceNode schema)
    {
        while (schema.Json.Find("properties") is null && TargetOf(schema.Json) is { } target)
            schema = target.Source;
        return schema;
    }

    private sealed class Collector(ContractFolder folder)
    {
        private readonly Dictionary<(string Path, string Pointer), SchemaDocumentation> _byPlace = [];
        // Values are compared by reference: the same text at two places is two subschemas.
        private readonly Dictionary<JsonNode, SchemaDocumentation?> _subschemas = [];
        private readonly Dictionary<(string Path, string Pointer), string> _names = [];

        public SchemaCatalogue Collect()
        {
            foreach (var schema in folder.Links.Schemas)
            {
                // A schema that is evaluated in several dynamic scopes has several types, its own first; for a reader it is one schema.
                foreach (var type in schema.Types)
                    _names.TryAdd((schema.Path, type.Schema.Pointer), schema.Namespace.Length == 0 ? type.Name : schema.Namespace + "." + type.Name);
            }

            foreach (var contract in folder.Links.Contracts)
            {
                foreach (var envelope in contract.Envelopes.Concat(HostEnvelopes.Of(contract, folder.Links)))
                    Add(envelope.Failure);
                foreach (var operation in contract.Resources.SelectMany(static resource => resource.Methods).SelectMany(static method => method.Operations))
                {
                    Add(operation.Success);
                    if (operation.Request is { } request)
                        Add(request);
                    if (operation.Query is { } query)
                        Add(query);
                }

                foreach (var notification in contract.Notifications)
                    Add(notification.Payload);
            }

            return new SchemaCatalogue(_byPlace, _subschemas);
        }

        private void Add(TypeReference reference) =>
            Add(reference.Path, SchemaSearch.Find(folder, reference.Path, reference.Pointer).Schema);

        private SchemaDocumentation Add(string path, SchemaSyntax schema)
        {
            if (_byPlace.TryGetValue((path, schema.Pointer), out var known))
                return known;

            var name = _names[(path, schema.Pointer)];
            var added = new SchemaDocumentation
            {
                Name = name,
                Anchor = Anchors.Schema(name),
                Source = new SourceNode(path, schema.Pointer, schema.Json),
            };
            _byPlace.Add((path, schema.Pointer), added);
            Visit(path, schema);
            return added;
        }

        // Nesting is bounded by the parser, and the chain of references by the number of schemas.
        private void Visit(string path, SchemaSyntax schema)
        {
            if (_subschemas.ContainsKey(schema.Json))
                return;
            _subschemas.Add(schema.Json, null);
            if (schema.Ref is { } reference && folder.References.FollowToSchema(path, schema, reference) is { } target)
                _subschemas[schema.Json] = Add(target.Path, target.Schema);
            foreach (var child in schema.Children)
                Visit(path, child);
        }
    }
}
