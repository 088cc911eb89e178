using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Linking;
using Parley.Schema.Model;
using Parley.Schema.Reading;

namespace Parley.Schema.Contracts;

/// <summary>Reads all manifests and holds the rules between them.</summary>
internal static class ContractSet
{
    /// <summary>
    /// Notes every schema that a manifest or a file of envelopes refers to, so that it is declared. What is wrong with the references is said when the manifest
    /// is read.
    /// </summary>
    public static void AddTargets(FileSet files, ReferenceResolver resolver, References references)
    {
        foreach (var manifest in Manifests(files))
        {
            AddTargets(manifest, manifest.Document.Root, resolver, references);
            if (manifest.Document.Root?.Find("envelopes")?.Value.Find("$ref") is { Value.Kind: JsonKind.String } envelopes &&
                resolver.ResolveFile(manifest, envelopes.Value, null, out _) is { Document.Kind: DocumentKind.Plain } file)
                AddTargets(file, file.Document.Root, resolver, references);
        }
    }

    /// <summary>Reads the manifests; those with errors are left out.</summary>
    public static EquatableArray<ContractModel> Read(FileSet files, ContractReader reader, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, LinkedFile>(StringComparer.OrdinalIgnoreCase);
        var routes = new Dictionary<string, string>(StringComparer.Ordinal);
        var contracts = new List<ContractModel>();
        foreach (var manifest in Manifests(files))
        {
            cancellationToken.ThrowIfCancellationRequested();
            CheckName(manifest, names);
            var contract = reader.Read(manifest);
            if (contract is null)
                continue;
            CheckRoutes(manifest, contract, routes);
            if (!manifest.IsBroken)
                contracts.Add(contract);
        }

        return new EquatableArray<ContractModel>(contracts);
    }

    private static IEnumerable<LinkedFile> Manifests(FileSet files) => files.Files.Where(static file => file.Document.Kind == DocumentKind.Manifest);

    private static void AddTargets(LinkedFile file, JsonNode? node, ReferenceResolver resolver, References references)
    {
        if (node is null)
            return;
        foreach (var member in node.Members)
        {
            if (member.Name == "$ref" && member.Value.Kind == JsonKind.String && resolver.ResolveSchema(file, null, member.Value, null) is { Schema: { } schema })
                references.AddTarget(schema);
            else
                AddTargets(file, member.Value, resolver, references);
        }
    }

    private static void CheckName(LinkedFile manifest, Dictionary<string, LinkedFile> names)
    {
        if (manifest.Document.Root?.Find("name") is not { Value.Kind: JsonKind.String } name)
            return;
        if (names.TryGetValue(name.Value.Text, out var holder))
            manifest.Diagnostics.Add(SchemaRules.ContractNameTaken, name.Value.Span, name.Value.Text, holder.Path);
        else
            names.Add(name.Value.Text, manifest);
    }

    private static void CheckRoutes(LinkedFile manifest, ContractModel contract, Dictionary<string, string> routes)
    {
        foreach (var resource in contract.Resources)
        {
            foreach (var method in resource.Methods)
            {
                var key = method.Verb + " " + UrlTemplate.Key(resource.Template) + " " + resource.Channel;
                if (routes.TryGetValue(key, out var holder))
                {
                    var place = manifest.Document.Root!.Find("resources")!.Value.Find(resource.Template)!;
                    var channel = resource.Channel is null ? "for every channel" : "for the channel '" + resource.Channel + "'";
                    manifest.Diagnostics.Add(SchemaRules.RouteTaken, place.NameSpan, holder, method.Verb, resource.Template, channel);
                }
                else
                {
                    routes.Add(key, contract.Name);
                }
            }
        }
    }
}
