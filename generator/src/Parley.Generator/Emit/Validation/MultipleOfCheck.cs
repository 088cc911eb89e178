using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>multipleOf</c>: dividing a number by the divisor gives an integer.</summary>
internal sealed class MultipleOfCheck : KeywordCheck
{
    public override JsonTypes AppliesTo => JsonTypes.Number;

    public override Assertion? For(SchemaNode node, CheckSubject subject) =>
        node.MultipleOf is { } divisor
            ? new("multipleOf", CSharpCode.Of($"!global::Parley.NumberChecks.IsMultipleOf(ref reader, {subject.Number(divisor)})"), $"must be a multiple of {divisor}")
            : null;
}
