using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>minLength</c>: a string has at least so many code points.</summary>
internal sealed class MinLengthCheck : KeywordCheck
{
    public override JsonTypes AppliesTo => JsonTypes.String;

    public override Assertion? For(SchemaNode node, CheckSubject subject) =>
        node.MinLength is { } minimum and > 0
            ? new("minLength", CSharpCode.Of($"!global::Parley.StringChecks.HasAtLeast(ref reader, {CSharpLiteral.Long(minimum)})"), $"must have at least {Amount.Of(minimum, "character")}")
            : null;
}
