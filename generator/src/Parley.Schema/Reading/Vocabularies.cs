namespace Parley.Schema.Reading;

/// <summary>The vocabularies of JSON Schema 2020-12 that are understood. A dialect is a set of them.</summary>
[Flags]
internal enum Vocabularies
{
    None = 0,
    Core = 1,
    Applicator = 2,
    Unevaluated = 4,
    Validation = 8,
    MetaData = 16,
    FormatAnnotation = 32,
    Content = 64,

    /// <summary>What the dialect 2020-12 consists of.</summary>
    Standard = Core | Applicator | Unevaluated | Validation | MetaData | FormatAnnotation | Content,
}

internal static class VocabularyUris
{
    private const string Base = "https://json-schema.org/draft/2020-12/vocab/";

    /// <summary>The vocabulary of a URI; <see cref="Vocabularies.None"/> when it is not understood.</summary>
    public static Vocabularies Find(string uri) => !uri.StartsWith(Base, StringComparison.Ordinal) ? Vocabularies.None : uri.Substring(Base.Length) switch
    {
        "core" => Vocabularies.Core,
        "applicator" => Vocabularies.Applicator,
        "unevaluated" => Vocabularies.Unevaluated,
        "validation" => Vocabularies.Validation,
        "meta-data" => Vocabularies.MetaData,
        "format-annotation" => Vocabularies.FormatAnnotation,
        "content" => Vocabularies.Content,
        _ => Vocabularies.None,
    };
}
