using Parley.Generator.Emit.Types;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary>One keyword that asserts something about a value: which JSON type it is about, and the emitted condition and message.</summary>
internal abstract class KeywordCheck
{
    /// <summary>The JSON types that the keyword says something about; others pass.</summary>
    public abstract JsonTypes AppliesTo { get; }

    /// <summary>When the condition can be decided.</summary>
    public virtual CheckMoment Moment => CheckMoment.OnFirstToken;

    /// <summary>The assertion of a subschema, or null when it does not have the keyword.</summary>
    public abstract Assertion? For(SchemaNode node, CheckSubject subject);
}

/// <summary>When a condition can be decided.</summary>
internal enum CheckMoment
{
    /// <summary>With the reader on the value's first token.</summary>
    OnFirstToken,

    /// <summary>Behind the items or members, which <see cref="CheckSubject.Count"/> has counted.</summary>
    AfterChildren,
}

/// <summary>What a condition may use.</summary>
/// <param name="Scope">Where constants go.</param>
/// <param name="Integer">A local that holds the value as <c>long</c>, when there is one.</param>
/// <param name="Count">A local that holds the number of items or members, when it is known.</param>
internal sealed record CheckSubject(DeclarationScope Scope, CSharpCode Integer = default, CSharpCode Count = default)
{
    /// <summary>Condition on the number under the reader: <c>value</c> <paramref name="relation"/> <paramref name="bound"/>.</summary>
    /// <param name="relation">A C# comparison.</param>
    /// <param name="bound">The bound as it stands in the schema.</param>
    public CSharpCode Compare(CSharpCode relation, string bound)
    {
        if (!JsonConstant.TryParseInt64(bound, out var integer))
            return CSharpCode.Of($"global::Parley.NumberChecks.Compare(ref reader, {Number(bound)}) {relation} 0");

        return Integer.IsEmpty
            ? CSharpCode.Of($"global::Parley.NumberChecks.Compare(ref reader, {CSharpLiteral.Long(integer)}) {relation} 0")
            : CSharpCode.Of($"{Integer} {relation} {CSharpLiteral.Long(integer)}");
    }

    /// <summary>A static field with an exact number.</summary>
    public CSharpIdentifier Number(string text) => Scope.Constant(CSharpCode.Of($"global::Parley.JsonNumber"), "Number", JsonConstant.Number(text));
}
