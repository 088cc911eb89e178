using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>What a reference leads to.</summary>
/// <param name="File">The file.</param>
/// <param name="Schema">The subschema in it; null for the root of a file, or when the file is so broken that it cannot be told.</param>
internal sealed record Target(LinkedFile File, SchemaSyntax? Schema);
