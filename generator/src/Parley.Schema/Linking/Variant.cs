using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>A subschema once more, for a dynamic scope in which a <c>$dynamicRef</c> below it leads elsewhere than on its own.</summary>
/// <param name="File">The file of the original.</param>
/// <param name="Original">The original.</param>
/// <param name="Schema">The copy.</param>
/// <param name="Bound">What the scope binds otherwise, in the order of the anchors' names.</param>
internal sealed record Variant(LinkedFile File, SchemaSyntax Original, SchemaSyntax Schema, IReadOnlyList<SchemaSyntax> Bound);
