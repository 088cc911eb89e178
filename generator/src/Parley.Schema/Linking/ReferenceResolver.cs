using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>Finds what a <c>$ref</c> leads to. Nothing is ever fetched: a target is an input file or an error.</summary>
internal sealed class ReferenceResolver(FileSet files)
{
    /// <summary>The subschema that a reference leads to, or null after a report at the reference.</summary>
    public Target? ResolveSchema(LinkedFile from, JsonNode reference) => ResolveSchema(from, reference, from.Diagnostics);

    /// <summary>The subschema that a reference leads to, or null after a report to <paramref name="diagnostics"/>.</summary>
    public Target? ResolveSchema(LinkedFile from, JsonNode reference, DiagnosticBag? diagnostics)
    {
        var file = ResolveFile(from, reference, diagnostics, out var fragment);
        if (file is null)
            return null;

        if (file.Document.Kind != DocumentKind.Schema)
            return Report(SchemaRules.TargetNotSchema, file.Path, "#" + fragment);

        // What is wrong in the target is said there; a second report here would only repeat it.
        if (file.Document.Schema is null)
            return new Target(file, null);

        if (fragment.Length > 0 && fragment[0] != '/' && file.Document.Subschemas.TryGetValue(JsonPointer.Root + fragment, out var anchored))
            return new Target(file, anchored);
        if (!JsonPointer.TryNormalize(fragment, out var pointer))
            return Report(SchemaRules.MissingTarget, file.Path, "#" + fragment);
        if (file.Document.Subschemas.TryGetValue(pointer, out var schema))
            return new Target(file, schema);
        if (file.Document.HasErrors)
            return new Target(file, null);

        var exists = JsonPointer.Find(file.Document.Root!, pointer) is not null;
        return Report(exists ? SchemaRules.TargetNotSchema : SchemaRules.MissingTarget, file.Path, "#" + fragment);

        Target? Report(SchemaRule rule, params string[] arguments)
        {
            diagnostics?.Add(rule, reference.Span, arguments);
            return null;
        }
    }

    /// <summary>The file that a reference leads to, or null after a report at the reference.</summary>
    public LinkedFile? ResolveFile(LinkedFile from, JsonNode reference, DiagnosticBag? diagnostics, out string fragment)
    {
        var bare = SchemaUri.SplitFragment(reference.Text, out fragment);
        if (bare.Length == 0)
            return from;

        if (SchemaUri.HasScheme(bare) || bare.StartsWith("//", StringComparison.Ordinal))
        {
            if (SchemaUri.TryParseAbsolute(bare, out var absolute, out _) && files.FindId(absolute) is { } known)
                return known;
            diagnostics?.Add(SchemaRules.RemoteReference, reference.Span, reference.Text);
            return null;
        }

        // The standard's meaning of a relative reference comes first; a set of files without $id has only paths.
        if (from.Id is not null && SchemaUri.Resolve(from.Id, bare) is { } resolved && files.FindId(resolved) is { } byId)
            return byId;

        var path = ResolvePath(from.Folder, bare);
        if (path is not null && files.FindPath(path) is { } file)
            return file;
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
