using Parley.Schema.Json;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary>Sentences of applicators, in the words of what stands inside them where that is simple.</summary>
internal static class AlternativesText
{
    // A longer list says less than the number.
    private const int MaximumListed = 10;

    /// <summary>Of <c>anyOf</c> and <c>oneOf</c>.</summary>
    /// <param name="alternatives">The subschemas.</param>
    /// <param name="amount">How many must match: <c>at least one</c> or <c>exactly one</c>.</param>
    public static string Of(IReadOnlyCollection<SchemaNode> alternatives, string amount) =>
        alternatives.Count <= MaximumListed && alternatives.All(AsksForMembersAlone)
            ? $"must have {amount} of {string.Join(", ", alternatives.Select(static alternative => Members(alternative)))}"
            : FormattableString.Invariant($"must match {amount} of the {alternatives.Count} alternatives");

    /// <summary>Of <c>not</c>.</summary>
    public static string OfNot(SchemaNode refused)
    {
        if (AsksForMembersAlone(refused))
            return $"must not have {Members(refused)}";
        if (refused.Const is { } constant && IsBare(refused with { Const = null, Types = JsonTypes.None }))
            return $"must not be {constant}";
        if (refused.Types != JsonTypes.None && IsBare(refused with { Types = JsonTypes.None }))
            return TypeTests.Message(refused.Types).Replace("must be ", "must not be ");
        if (refused.Pattern is { } pattern && IsBare(refused with { Pattern = null, Types = JsonTypes.None }))
            return $"must not match the pattern {pattern}";
        return "must not match what the schema refuses";
    }

    private static bool AsksForMembersAlone(SchemaNode node) =>
        node.Required.Count > 0 && IsBare(node with { Required = default, Types = node.Types & ~JsonTypes.Object });

    private static bool IsBare(SchemaNode node) => node.Boolean is null && !ValueCheckEmitter.HasAssertions(node);

    private static string Members(SchemaNode node) => string.Join(" with ", node.Required.Select(CompactJson.Quote));
}
