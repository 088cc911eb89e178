using Parley.Generator.Emit.Types;
using Parley.Generator.Emit.Writing;

namespace Parley.Generator.Emit.Validation;

/// <summary>Comparison of the value under the reader with a constant.</summary>
internal static class ValueTest
{
    /// <summary>A condition that is true when they are equal.</summary>
    public static CSharpCode Is(JsonConstant constant, CheckSubject subject)
    {
        if (constant.IsString)
            return CSharpCode.Of($"global::Parley.StringChecks.Is(ref reader, {CSharpLiteral.Utf8(constant.Text)})");
        if (constant.IsNumber)
            return CSharpCode.Of($"global::Parley.NumberChecks.Is(ref reader, {Number(constant, subject)})");
        if (constant.IsNull)
            return CSharpCode.Of($"(reader.TokenType == {CSharpTypes.Token}.Null)");
        if (constant.IsBoolean)
            return constant.IsTrue ? CSharpCode.Of($"(reader.TokenType == {CSharpTypes.Token}.True)") : CSharpCode.Of($"(reader.TokenType == {CSharpTypes.Token}.False)");

        var value = subject.Scope.Constant(
            CSharpCode.Of($"global::Parley.JsonValue"), "Value", CSharpCode.Of($"global::Parley.JsonValue.Parse({CSharpLiteral.String(constant.Json)})"));
        return CSharpCode.Of($"global::Parley.ValueChecks.Is(ref reader, {value})");
    }

    private static CSharpCode Number(JsonConstant constant, CheckSubject subject) =>
        constant.TryGetInt64(out var integer) ? CSharpLiteral.Long(integer) : subject.Number(constant.Text);
}
