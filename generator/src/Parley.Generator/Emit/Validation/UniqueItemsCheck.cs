using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>uniqueItems</c>: no two items of an array are equal.</summary>
internal sealed class UniqueItemsCheck : KeywordCheck
{
    public override JsonTypes AppliesTo => JsonTypes.Array;

    public override Assertion? For(SchemaNode node, CheckSubject subject) =>
        node.UniqueItems ? new("uniqueItems", CSharpCode.Of($"!global::Parley.ArrayChecks.HasUniqueItems(ref reader)"), "must not have equal items") : null;
}
