using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>minLength</c> and <c>maxLength</c>: how many code points a string has. One call checks both and words what is broken.</summary>
internal static class LengthCheck
{
    /// <summary>Whether there is anything to check.</summary>
    public static bool Applies(SchemaNode node) => node.MinLength is > 0 || node.MaxLength is not null;

    /// <summary>Whether strings have no other rule, so that one call checks the type too.</summary>
    public static bool IsAlone(SchemaNode node) => Applies(node) && node.Pattern is null && node.AssertedFormat is null;

    /// <summary>The check of any value that must be such a string.</summary>
    public static CSharpCode OfValue(SchemaNode node) => CSharpCode.Of($"global::Parley.StringChecks.CheckString({Arguments(node)})");

    /// <summary>The check of a string.</summary>
    public static CSharpCode OfString(SchemaNode node) => CSharpCode.Of($"global::Parley.StringChecks.CheckLength({Arguments(node)})");

    /// <summary>The same in a read.</summary>
    public static void WriteRead(CodeWriter writer, SchemaNode node)
    {
        if (node.MinLength is { } minimum and > 0)
            FailureEmitter.Read.If(writer, CSharpCode.Of($"!global::Parley.StringChecks.HasAtLeast(ref reader, {CSharpLiteral.Long(minimum)})"), default, node.Pointer + "/minLength");
        if (node.MaxLength is { } maximum)
            FailureEmitter.Read.If(writer, CSharpCode.Of($"!global::Parley.StringChecks.HasAtMost(ref reader, {CSharpLiteral.Long(maximum)})"), default, node.Pointer + "/maxLength");
    }

    private static CSharpCode Arguments(SchemaNode node)
    {
        CSharpCode maximum = node.MaxLength is { } most ? CSharpLiteral.Long(most) : CSharpCode.Of($"long.MaxValue");
        return CSharpCode.Of($"ref reader, {CSharpLiteral.Long(node.MinLength ?? 0)}, {maximum}, {CSharpLiteral.String(node.Pointer)}, at");
    }
}
