using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>The meta-schemas of 2020-12, which references may name without the input holding them.</summary>
internal static class KnownSchemas
{
    private const string Base = "https://json-schema.org/draft/2020-12/";

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "schema", "meta/core", "meta/applicator", "meta/unevaluated", "meta/validation", "meta/meta-data", "meta/format-annotation", "meta/format-assertion", "meta/content",
    };

    /// <summary>The document of a URI, or null.</summary>
    public static SchemaDocument? Find(string uri, CancellationToken cancellationToken)
    {
        if (!uri.StartsWith(Base, StringComparison.Ordinal) || !Names.Contains(uri.Substring(Base.Length)))
            return null;

        var name = uri.Substring(Base.Length);
        using var stream = typeof(KnownSchemas).Assembly.GetManifestResourceStream("Parley.MetaSchemas." + name.Replace('/', '.') + ".json")!;
        using var text = new StreamReader(stream);
        return SchemaReader.Read(new SchemaFile("json-schema/draft2020-12/" + name + ".json", text.ReadToEnd()), cancellationToken);
    }
}
