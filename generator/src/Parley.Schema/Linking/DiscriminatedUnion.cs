using Parley.Schema.Json;
using Parley.Schema.Model;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>Alternatives of which one member's constants tell which applies, so that no two can match.</summary>
/// <param name="Keyword"><c>oneOf</c> or <c>anyOf</c>, which mean the same here.</param>
/// <param name="Property">The member.</param>
/// <param name="Alternatives">The alternatives in document order.</param>
internal sealed record DiscriminatedUnion(string Keyword, string Property, IReadOnlyList<UnionAlternative> Alternatives)
{
    /// <summary>Whether null is among the values of an alternative.</summary>
    public bool AcceptsNull => Alternatives.Any(static alternative => alternative.AcceptsNull);

    /// <summary>How many unions deep it is: 1 where every alternative is an object.</summary>
    public int Depth { get; } = 1 + Alternatives.Max(static alternative => alternative.Union?.Depth ?? 0);

    /// <summary>How many objects it chooses from, those of its alternatives that are unions included; one that two of them share counts twice.</summary>
    public int Objects { get; } = Alternatives.Sum(static alternative => alternative.Union?.Objects ?? (alternative.IsNull ? 0 : 1));
}

/// <summary>One alternative of a union.</summary>
/// <param name="Schema">Its subschema as it stands in the union: an object, a union, <c>{"type": "null"}</c>, or a reference to an object or union.</param>
/// <param name="Target">The subschema behind its references.</param>
/// <param name="Union">The union that the alternative is itself, or null.</param>
/// <param name="Constants">The member's constants, all strings; none for the alternative that is null and nothing else.</param>
/// <param name="AcceptsNull">Whether null is among its values.</param>
internal sealed record UnionAlternative(SchemaSyntax Schema, SchemaSyntax Target, DiscriminatedUnion? Union, IReadOnlyList<JsonNode> Constants, bool AcceptsNull)
{
    /// <summary>Whether null is its only value.</summary>
    public bool IsNull => Schema.Types == JsonTypes.Null;
}
