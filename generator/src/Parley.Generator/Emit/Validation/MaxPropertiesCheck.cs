using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>maxProperties</c>: an object has at most so many members.</summary>
internal sealed class MaxPropertiesCheck : KeywordCheck
{
    public override JsonTypes AppliesTo => JsonTypes.Object;

    public override CheckMoment Moment => CheckMoment.AfterChildren;

    public override Assertion? For(SchemaNode node, CheckSubject subject) =>
        node.MaxProperties is { } maximum
            ? new("maxProperties", CSharpCode.Of($"{subject.Count} > {CSharpLiteral.Long(maximum)}"), $"must have at most {Amount.Of(maximum, "member")}")
            : null;
}
