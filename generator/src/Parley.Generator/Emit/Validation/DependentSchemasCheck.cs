using Parley.Generator.Emit.Types;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>dependentSchemas</c>: where a member is, the whole object matches another subschema too. Decided behind the end, on a copy of the reader from the start.</summary>
internal static class DependentSchemasCheck
{
    /// <summary>Before the members: keeps the reader as it stands on the object.</summary>
    /// <returns>The copy; empty when there is nothing to keep it for.</returns>
    public static CSharpCode WriteStart(CodeWriter writer, SchemaNode node, DeclarationScope scope)
    {
        if (!node.DependentSchemas.Any(static entry => entry.Schema.Boolean != true))
            return default;

        var whole = scope.Names.Camel("whole");
        writer.Line($"var {whole} = reader;");
        return whole;
    }

    /// <summary>Behind the members.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="members">The object's members.</param>
    /// <param name="whole">What <see cref="WriteStart"/> has kept.</param>
    /// <param name="values">Writes the checks of values.</param>
    /// <param name="marks">Whether what is evaluated is added to <c>evaluated</c>.</param>
    public static void Write(CodeWriter writer, MemberTable members, CSharpCode whole, ValueCheckEmitter values, bool marks)
    {
        foreach (var entry in members.Node.DependentSchemas)
        {
            if (entry.Schema.Boolean == true)
                continue;

            writer.Line($"// {XmlDocText.Of(entry.Schema.Pointer)}");
            if (entry.Schema.Boolean == false)
            {
                var report = CSharpCode.Of($"FailAlways(ref {whole}, {CSharpLiteral.String(entry.Schema.Pointer)})");
                FailureEmitter.Check.If(writer, members.Saw(entry.Name), report, entry.Schema.Pointer);
                continue;
            }

            using (writer.Block($"if ({members.Saw(entry.Name)})"))
            {
                var ahead = CSharpCode.Of($"{whole}Ahead");
                writer.Line($"var {ahead} = {whole};");
                var test = values.InPlace(entry.Schema, ahead, CSharpCode.Of($"at"), marks ? ValueCheckEmitter.Evaluated : default);
                writer.Line($"if (!{ApplicatorEmitter.Counted(test, ahead, whole)})");
                writer.Line($"    return false;");
            }
        }
    }
}
