using Parley.Generator.Emit.Types;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>enum</c>: a value equals one of those listed by JSON equality.</summary>
internal sealed class EnumCheck : KeywordCheck
{
    private const int ListedInMessage = 20;

    public override JsonTypes AppliesTo => JsonTypes.None;

    public override Assertion? For(SchemaNode node, CheckSubject subject)
    {
        if (node.Enum is not { } values)
            return null;

        var tests = CSharpCode.Join(CSharpCode.Of($"\n    || "), values.Select(value => ValueTest.Is(new JsonConstant(value), subject)));
        var listed = string.Join(", ", values.Take(ListedInMessage)) + (values.Count > ListedInMessage ? ", …" : "");
        return values.Count == 0
            ? new("enum", CSharpCode.Of($"true"), "is never valid here")
            : new("enum", CSharpCode.Of($"!({tests})"), $"must be one of {listed}");
    }
}
