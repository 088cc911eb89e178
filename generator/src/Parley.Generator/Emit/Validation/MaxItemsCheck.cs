using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>maxItems</c>: an array has at most so many items.</summary>
internal sealed class MaxItemsCheck : KeywordCheck
{
    public override JsonTypes AppliesTo => JsonTypes.Array;

    public override CheckMoment Moment => CheckMoment.AfterChildren;

    public override Assertion? For(SchemaNode node, CheckSubject subject) =>
        node.MaxItems is { } maximum
            ? new("maxItems", CSharpCode.Of($"{subject.Count} > {CSharpLiteral.Long(maximum)}"), $"must have at most {Amount.Of(maximum, "item")}")
            : null;
}
