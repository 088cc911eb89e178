using Parley.Documentation.Model;
using Parley.Schema.Linking;
using Parley.Schema.Model;

namespace Parley.Documentation.Html.Samples;

/// <summary>What the generator makes of the schemas: the shapes that samples and forms are made of.</summary>
internal sealed class EmittedTypes
{
    private readonly Dictionary<string, SchemaNode> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeReference?> _inputs = new(StringComparer.Ordinal);

    public EmittedTypes(LinkResult links)
    {
        foreach (var schema in links.Schemas)
        {
            foreach (var type in schema.Types)
                _types[$"global::{(schema.Namespace.Length == 0 ? "" : schema.Namespace + ".")}{type.Name}"] = type.Schema;
        }

        foreach (var contract in links.Contracts)
        {
            foreach (var operation in contract.Resources.SelectMany(resource => resource.Methods).SelectMany(method => method.Operations))
                _inputs[$"{contract.Name}.{operation.Name}"] = operation.Request ?? operation.Query;
        }
    }

    /// <summary>The schema behind the name of a record or enum.</summary>
    public SchemaNode Find(string typeName) => _types[typeName];

    /// <summary>The type of an operation's body or query; null when it takes neither.</summary>
    public TypeReference? InputOf(OperationDocumentation operation) => _inputs[operation.Id];
}
