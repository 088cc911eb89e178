using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary>
/// <c>additionalProperties</c>, and <c>unevaluatedProperties</c> where the schema tells what else is evaluated: what happens to a member that is not declared. The reader stands on its name.
/// </summary>
internal static class AdditionalPropertiesCheck
{
    /// <summary>Whether every undeclared member is refused.</summary>
    public static bool IsClosed(SchemaNode node) => SchemaOf(node)?.Boolean == false && node.PatternProperties.Count == 0 && OtherPatterns(node).Count == 0;

    /// <summary>The keyword that decides on undeclared members.</summary>
    public static string KeywordOf(SchemaNode node) => AppliesUnevaluated(node) ? "unevaluatedProperties" : "additionalProperties";

    /// <summary>Whether it matters that a member matches none of <c>patternProperties</c>.</summary>
    public static bool AsksForPatterns(SchemaNode node) => node.PatternProperties.Count + OtherPatterns(node).Count > 0 && SchemaOf(node) is { Boolean: not true };

    /// <summary>Names of members that other subschemas evaluate, so that <c>unevaluatedProperties</c> leaves them alone.</summary>
    public static EquatableArray<string> OtherNames(SchemaNode node) => AppliesUnevaluated(node) ? node.EvaluatedMembers!.Names : default;

    /// <summary>Patterns of members that other subschemas evaluate, so that <c>unevaluatedProperties</c> leaves them alone.</summary>
    public static EquatableArray<string> OtherPatterns(SchemaNode node) => AppliesUnevaluated(node) ? node.EvaluatedMembers!.Patterns : default;

    private static bool AppliesUnevaluated(SchemaNode node) =>
        node.AdditionalProperties is null && node.UnevaluatedProperties is { Boolean: not true } && node.EvaluatedMembers is { All: false };

    private static SchemaNode? SchemaOf(SchemaNode node) => AppliesUnevaluated(node) ? node.UnevaluatedProperties : node.AdditionalProperties;

    /// <param name="writer">Where to.</param>
    /// <param name="node">The object's subschema.</param>
    /// <param name="matched">A local that tells whether a pattern has matched the name; empty when that does not matter.</param>
    /// <param name="values">Writes the check of the member's value.</param>
    public static void Write(CodeWriter writer, SchemaNode node, CSharpCode matched, ValueCheckEmitter values)
    {
        if (matched.IsEmpty)
        {
            Unmatched(writer, node, values);
            return;
        }

        writer.Line($"others.Add(ref reader);");
        using (writer.Block($"if ({matched})"))
        {
            writer.Line($"reader.Read();");
            ValueCheckEmitter.Untyped(writer, node.Pointer);
        }

        using (writer.Block($"else"))
            Unmatched(writer, node, values);
    }

    private static void Unmatched(CodeWriter writer, SchemaNode node, ValueCheckEmitter values)
    {
        var schema = SchemaOf(node);
        if (schema?.Boolean == false)
            FailureEmitter.Check.Assert(writer, node, new(KeywordOf(node), default, "is not a member that the schema knows"));
        else if (!AsksForPatterns(node))
            writer.Line($"others.Add(ref reader);");

        writer.Line($"reader.Read();");
        if (schema is { Boolean: null })
            values.Nested(writer, schema);
        else if (IsClosed(node))
            writer.Line($"reader.Skip();");
        else
            ValueCheckEmitter.Untyped(writer, node.Pointer);
    }

    /// <summary>Behind the object: an undeclared name that occurred twice.</summary>
    public static void WriteDuplicates(CodeWriter writer, SchemaNode node)
    {
        if (!IsClosed(node))
            FailureEmitter.Check.If(writer, CSharpCode.Of($"others.HasDuplicate(out var second)"), CSharpCode.Of($"FailDuplicate(second, {CSharpLiteral.String(node.Pointer)})"), node.Pointer);
    }
}
