using Parley.Schema.Json;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>Alternatives of which one member's constant tells which applies, so that no two can match.</summary>
/// <param name="Keyword"><c>oneOf</c> or <c>anyOf</c>, which mean the same here.</param>
/// <param name="Property">The member.</param>
/// <param name="Alternatives">The alternatives in document order.</param>
internal sealed record DiscriminatedUnion(string Keyword, string Property, IReadOnlyList<UnionAlternative> Alternatives)
{
    /// <summary>Whether null is an alternative.</summary>
    public bool AcceptsNull => Alternatives.Any(static alternative => alternative.Constant is null);
}

/// <summary>One alternative of a union.</summary>
/// <param name="Schema">Its subschema: an object, or a reference to one.</param>
/// <param name="Constant">The member's constant; null for the alternative <c>{"type": "null"}</c>.</param>
internal sealed record UnionAlternative(SchemaSyntax Schema, JsonNode? Constant);
