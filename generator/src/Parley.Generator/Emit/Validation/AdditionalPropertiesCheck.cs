using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>additionalProperties</c>: what happens to a member that is not declared. The reader stands on its name.</summary>
internal static class AdditionalPropertiesCheck
{
    /// <summary>Whether undeclared members are refused.</summary>
    public static bool IsClosed(SchemaNode node) => node.AdditionalProperties?.Boolean == false;

    public static void Write(CodeWriter writer, SchemaNode node, ValueCheckEmitter values)
    {
        if (IsClosed(node))
            FailureEmitter.Check.Assert(writer, node, new("additionalProperties", default, "is not a member that the schema knows"));
        else
            writer.Line($"others.Add(ref reader);");

        writer.Line($"reader.Read();");
        if (node.AdditionalProperties is { Boolean: null } schema)
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
