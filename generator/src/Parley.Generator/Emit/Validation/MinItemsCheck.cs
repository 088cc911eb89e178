using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>minItems</c>: an array has at least so many items.</summary>
internal sealed class MinItemsCheck : KeywordCheck
{
    public override JsonTypes AppliesTo => JsonTypes.Array;

    public override CheckMoment Moment => CheckMoment.AfterChildren;

    public override Assertion? For(SchemaNode node, CheckSubject subject) =>
        node.MinItems is { } minimum and > 0
            ? new("minItems", CSharpCode.Of($"{subject.Count} < {CSharpLiteral.Long(minimum)}"), $"must have at least {Amount.Of(minimum, "item")}")
            : null;
}
