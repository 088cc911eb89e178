using Parley.Generator.Emit.Types;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>const</c>: a value equals the constant by JSON equality.</summary>
internal sealed class ConstCheck : KeywordCheck
{
    public override JsonTypes AppliesTo => JsonTypes.None;

    public override Assertion? For(SchemaNode node, CheckSubject subject) =>
        node.Const is { } constant ? new("const", CSharpCode.Of($"!{ValueTest.Is(new JsonConstant(constant), subject)}"), $"must be {constant}") : null;
}
