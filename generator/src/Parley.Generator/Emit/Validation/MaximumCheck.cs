using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>maximum</c>: a number is at most the bound.</summary>
internal sealed class MaximumCheck : KeywordCheck
{
    public override JsonTypes AppliesTo => JsonTypes.Number;

    public override Assertion? For(SchemaNode node, CheckSubject subject) =>
        node.Maximum is { } bound ? new("maximum", subject.Compare(CSharpCode.Of($">"), bound), $"must be at most {bound}") : null;
}
