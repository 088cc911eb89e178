using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>minimum</c>: a number is at least the bound.</summary>
internal sealed class MinimumCheck : KeywordCheck
{
    public override JsonTypes AppliesTo => JsonTypes.Number;

    public override Assertion? For(SchemaNode node, CheckSubject subject) =>
        node.Minimum is { } bound ? new("minimum", subject.Compare(CSharpCode.Of($"<"), bound), $"must be at least {bound}") : null;
}
