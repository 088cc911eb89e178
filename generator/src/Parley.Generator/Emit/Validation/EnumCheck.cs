using Parley.Generator.Emit.Types;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>enum</c>: a value equals one of those listed by JSON equality.</summary>
internal sealed class EnumCheck : KeywordCheck
{
    private const int ListedInMessage = 20;

    // Fewer strings are compared one after the other.
    private const int WorthTable = 3;

    public override JsonTypes AppliesTo => JsonTypes.None;

    public override Assertion? For(SchemaNode node, CheckSubject subject)
    {
        if (node.Enum is not { } values)
            return null;

        var listed = string.Join(", ", values.Take(ListedInMessage)) + (values.Count > ListedInMessage ? ", …" : "");
        return values.Count == 0
            ? new("enum", CSharpCode.Of($"true"), "is never valid here")
            : new("enum", CSharpCode.Of($"!({CSharpCode.Join(CSharpCode.Of($" || "), Tests(values, subject))})"), $"must be one of {listed}");
    }

    private static IEnumerable<CSharpCode> Tests(EquatableArray<string> values, CheckSubject subject)
    {
        var constants = values.Select(static value => new JsonConstant(value)).ToLookup(static constant => constant.IsString);
        var strings = constants[true].Select(static constant => constant.Text).ToArray();
        if (strings.Length >= WorthTable)
            return [CSharpCode.Of($"{TextTableField.Of(subject.Scope, strings)}.IndexOf(ref reader) >= 0"), .. constants[false].Select(constant => ValueTest.Is(constant, subject))];

        return constants.SelectMany(static group => group).Select(constant => ValueTest.Is(constant, subject));
    }
}
