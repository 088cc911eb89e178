using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>
/// Dialects other than 2020-12: <c>$schema</c> names a meta-schema among the files, whose <c>$vocabulary</c> says which keywords mean anything. A file of a dialect
/// that leaves some out is read once more without them.
/// </summary>
internal static class Dialects
{
    public static void Apply(FileSet files, CancellationToken cancellationToken)
    {
        foreach (var file in files.Schemas)
        {
            var dialects = new Dictionary<string, Vocabularies>(StringComparer.Ordinal);
            foreach (var dialect in file.Document.ForeignDialects)
            {
                if (Find(files, dialect.Text) is { } metaSchema)
                    dialects[dialect.Text] = Read(file, dialect, metaSchema);
                else
                    file.Diagnostics.Add(SchemaRules.WrongDialect, dialect.Span, dialect.Text);
            }

            if (dialects.Values.Any(static vocabularies => vocabularies != Vocabularies.Standard))
                file.Document = SchemaReader.Read(file.Document.File, dialects, cancellationToken);
        }
    }

    private static SchemaSyntax? Find(FileSet files, string dialect)
    {
        if (!SchemaUri.TryParseAbsolute(dialect, out var uri, out var fragment) || fragment.Length > 0)
            return null;
        foreach (var file in files.Schemas)
        {
            if (file.Document.Schema is { } root && (Is(root.Id?.Text) || Is(file.Document.File.Uri)))
                return root;
        }

        return null;

        bool Is(string? text) => text is not null && SchemaUri.TryParseAbsolute(text, out var absolute, out _) && absolute == uri;
    }

    private static Vocabularies Read(LinkedFile file, JsonNode dialect, SchemaSyntax metaSchema)
    {
        if (metaSchema.Json.Find("$vocabulary") is not { } declared)
            return Vocabularies.Standard;

        // The core vocabulary is always in use.
        var vocabularies = Vocabularies.Core;
        foreach (var member in declared.Value.Members)
        {
            var vocabulary = VocabularyUris.Find(member.Name);
            if (vocabulary == Vocabularies.None && member.Value.Kind == JsonKind.True)
                file.Diagnostics.Add(SchemaRules.UnknownVocabulary, dialect.Span, dialect.Text, member.Name);
            vocabularies |= vocabulary;
        }

        return vocabularies;
    }
}
