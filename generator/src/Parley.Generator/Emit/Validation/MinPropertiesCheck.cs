using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>minProperties</c>: an object has at least so many members.</summary>
internal sealed class MinPropertiesCheck : KeywordCheck
{
    public override JsonTypes AppliesTo => JsonTypes.Object;

    public override CheckMoment Moment => CheckMoment.AfterChildren;

    public override Assertion? For(SchemaNode node, CheckSubject subject) =>
        node.MinProperties is { } minimum and > 0
            ? new("minProperties", CSharpCode.Of($"{subject.Count} < {CSharpLiteral.Long(minimum)}"), $"must have at least {Amount.Of(minimum, "member")}")
            : null;
}
