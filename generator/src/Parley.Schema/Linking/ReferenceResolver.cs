using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>Finds what a <c>$ref</c> leads to. Nothing is ever fetched: a target is an input file or an error.</summary>
internal sealed class ReferenceResolver(FileSet files, ResourceTable resources)
{
    /// <summary>The subschema that a reference in a manifest leads to, or null after a report at the reference.</summary>
    public Target? ResolveSchema(LinkedFile from, JsonNode reference) => ResolveSchema(from, null, reference, from.Diagnostics);

    /// <summary>The subschema that a reference leads to, or null after a report to <paramref name="diagnostics"/>.</summary>
    /// <param name="from">The file that holds the reference.</param>
    /// <param name="schema">The subschema that holds it; null outside of schemas.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="diagnostics">Where to report; null for nowhere.</param>
    public Target? ResolveSchema(LinkedFile from, SchemaSyntax? schema, JsonNode reference, DiagnosticBag? diagnostics)
    {
        if (ResolveResource(from, schema, reference, diagnostics, out var fragment) is not { } resource)
            return null;

        var file = resource.File;
        if (file.Document.Kind != DocumentKind.Schema)
            return Report(SchemaRules.TargetNotSchema, file.Path, "#" + fragment);

        // What is wrong in the target is said there; a second report here would only repeat it.
        if (file.Document.Schema is null)
            return new Target(file, null);

        var root = resource.Schema ?? file.Document.Schema;
        if (root.Anchors.TryGetValue(fragment, out var anchored))
            return new Target(file, anchored);
        if (!JsonPointer.TryNormalize(fragment, out var pointer))
            return Report(SchemaRules.MissingTarget, file.Path + Place(root), "#" + fragment);

        // A pointer starts at the root of the resource, wherever in the file that is.
        pointer = root.Pointer + pointer.Substring(JsonPointer.Root.Length);
        if (file.Document.Subschemas.TryGetValue(pointer, out var found))
            return new Target(file, found);
        if (file.Document.HasErrors)
            return new Target(file, null);

        var exists = JsonPointer.Find(file.Document.Root!, pointer) is not null;
        return Report(exists ? SchemaRules.TargetNotSchema : SchemaRules.MissingTarget, file.Path + Place(root), "#" + fragment);

        static string Place(SchemaSyntax resource) => resource.Parent is null ? "" : resource.Pointer;

        Target? Report(SchemaRule rule, params string[] arguments)
        {
            diagnostics?.Add(rule, reference.Span, arguments);
            return null;
        }
    }

    /// <summary>The file that a reference in a manifest leads to, or null after a report at the reference.</summary>
    public LinkedFile? ResolveFile(LinkedFile from, JsonNode reference, DiagnosticBag? diagnostics, out string fragment) =>
        ResolveResource(from, null, reference, diagnostics, out fragment)?.File;

    private Target? ResolveResource(LinkedFile from, SchemaSyntax? schema, JsonNode reference, DiagnosticBag? diagnostics, out string fragment)
    {
        var resource = schema?.Resource;
        var bare = SchemaUri.SplitFragment(reference.Text, out fragment);
        if (bare.Length == 0)
            return new Target(from, resource);

        // The standard's meaning of a reference comes first; a set of files without $id has only paths.
        var absolute = SchemaUri.Resolve(resource is null ? null : resources.BaseOf(resource), bare);
        if (absolute is not null && resources.Find(absolute) is { } found)
            return found;

        if (SchemaUri.HasScheme(bare) || bare.StartsWith("//", StringComparison.Ordinal) || resource is { Parent: not null })
        {
            diagnostics?.Add(SchemaRules.RemoteReference, reference.Span, absolute ?? reference.Text);
            return null;
        }

        var path = ResolvePath(from.Folder, bare);
        if (path is not null && files.FindPath(path) is { } file)
            return new Target(file, null);
        diagnostics?.Add(SchemaRules.MissingFile, reference.Span, path ?? bare);
        return null;
    }

    // Null when the reference is no path or climbs above the root.
    private static string? ResolvePath(string folder, string reference)
    {
        if (!PercentEncoding.TryDecode(reference, out var decoded))
            return null;

        var segments = new List<string>();
        var rooted = decoded.StartsWith("/", StringComparison.Ordinal);
        if (folder.Length > 0 && !rooted)
            segments.AddRange(folder.Split('/'));
        foreach (var segment in decoded.Split('/'))
        {
            if (segment == "..")
            {
                if (segments.Count == 0)
                    return null;
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment.Length > 0 && segment != ".")
            {
                segments.Add(segment);
            }
        }

        return string.Join("/", segments);
    }
}
