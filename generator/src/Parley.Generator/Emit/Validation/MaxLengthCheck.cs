using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>maxLength</c>: a string has at most so many code points.</summary>
internal sealed class MaxLengthCheck : KeywordCheck
{
    public override JsonTypes AppliesTo => JsonTypes.String;

    public override Assertion? For(SchemaNode node, CheckSubject subject) =>
        node.MaxLength is { } maximum
            ? new("maxLength", CSharpCode.Of($"!global::Parley.StringChecks.HasAtMost(ref reader, {CSharpLiteral.Long(maximum)})"), $"must have at most {Amount.Of(maximum, "character")}")
            : null;
}
