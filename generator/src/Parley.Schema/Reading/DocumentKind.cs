using Parley.Schema.Json;

namespace Parley.Schema.Reading;

/// <summary>What an input file is for.</summary>
public enum DocumentKind
{
    /// <summary>A JSON Schema: its name ends with <c>.schema.json</c>, it was given a URI, or its root says <c>"$schema"</c> with a JSON Schema dialect.</summary>
    Schema,

    /// <summary>A manifest: its name ends with <c>.contract.json</c>.</summary>
    Manifest,

    /// <summary>Other JSON: looked at only when a manifest refers to it, as to a file of envelopes.</summary>
    Plain,

    /// <summary>The meta-schema of manifests, which serves editors: never read as a schema.</summary>
    MetaSchema,
}

internal static class DocumentKinds
{
    /// <summary><c>$id</c> of the meta-schema of manifests.</summary>
    public const string MetaSchemaId = "https://parley.dev/contract.schema.json";

    public static bool IsSchemaName(string path) => path.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase);

    public static bool IsManifestName(string path) => path.EndsWith(".contract.json", StringComparison.OrdinalIgnoreCase);

    public static DocumentKind Classify(SchemaFile file, JsonNode? root)
    {
        if (IsManifestName(file.Path))
            return DocumentKind.Manifest;
        if (root?.Find("$id")?.Value.Text == MetaSchemaId)
            return DocumentKind.MetaSchema;
        if (IsSchemaName(file.Path) || file.Uri is not null || root?.Find("$schema")?.Value.Text.Contains("json-schema.org/") == true)
            return DocumentKind.Schema;
        return DocumentKind.Plain;
    }
}
