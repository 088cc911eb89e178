using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>exclusiveMinimum</c>: a number is greater than the bound.</summary>
internal sealed class ExclusiveMinimumCheck : KeywordCheck
{
    public override JsonTypes AppliesTo => JsonTypes.Number;

    public override Assertion? For(SchemaNode node, CheckSubject subject) =>
        node.ExclusiveMinimum is { } bound ? new("exclusiveMinimum", subject.Compare(CSharpCode.Of($"<="), bound), $"must be greater than {bound}") : null;
}
