using Parley.Generator.Emit.Types;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>patternProperties</c>: a member's value by each expression that its name matches, on a copy of the reader, which stays on the name.</summary>
internal static class PatternPropertiesCheck
{
    /// <summary>Writes the checks of one member.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="node">The object's subschema.</param>
    /// <param name="scope">The declaration.</param>
    /// <param name="values">Writes the checks of values.</param>
    /// <param name="marks">Whether members that match are added to <c>evaluated</c>.</param>
    /// <returns>The local that tells whether an expression has matched; empty when nothing asks for it.</returns>
    public static CSharpCode Write(CodeWriter writer, SchemaNode node, DeclarationScope scope, ValueCheckEmitter values, bool marks)
    {
        var asked = AdditionalPropertiesCheck.AsksForPatterns(node);
        CSharpCode matched = asked ? scope.Names.Camel("matched") : default(CSharpCode);
        if (asked)
            writer.Line($"var {matched} = false;");

        foreach (var entry in node.PatternProperties)
        {
            scope.CancellationToken.ThrowIfCancellationRequested();
            if (entry.Schema.Boolean == true && !asked && !marks)
                continue;

            writer.Line($"// {XmlDocText.Of(entry.Schema.Pointer)}");
            using (writer.Block($"if ({PatternCheck.Field(scope, entry.Name)}.Matches(ref reader))"))
            {
                if (asked)
                    writer.Line($"{matched} = true;");
                if (marks)
                    writer.Line($"evaluated.Add(position);");
                if (entry.Schema.Boolean != true)
                    Value(writer, entry.Schema, scope.Names.Camel("patterned"), values);
            }
        }

        foreach (var pattern in AdditionalPropertiesCheck.OtherPatterns(node))
            writer.Line($"{matched} |= {PatternCheck.Field(scope, pattern)}.Matches(ref reader);");
        return matched;
    }

    private static void Value(CodeWriter writer, SchemaNode schema, CSharpIdentifier reader, ValueCheckEmitter values)
    {
        writer.Line($"var {reader} = reader;");
        writer.Line($"{reader}.Read();");
        if (schema.Boolean == false)
        {
            FailureEmitter.Check.If(writer, default, CSharpCode.Of($"FailAlways(ref {reader}, {CSharpLiteral.String(schema.Pointer)})"), schema.Pointer);
            return;
        }

        writer.Line($"if (!{ApplicatorEmitter.Counted(values.Test(schema, reader, CSharpCode.Of($"at")), reader, CSharpCode.Of($"reader"))})");
        writer.Line($"    return false;");
    }
}
