using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>exclusiveMaximum</c>: a number is less than the bound.</summary>
internal sealed class ExclusiveMaximumCheck : KeywordCheck
{
    public override JsonTypes AppliesTo => JsonTypes.Number;

    public override Assertion? For(SchemaNode node, CheckSubject subject) =>
        node.ExclusiveMaximum is { } bound ? new("exclusiveMaximum", subject.Compare(CSharpCode.Of($">="), bound), $"must be less than {bound}") : null;
}
