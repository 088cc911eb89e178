using Parley.Generator.Emit.Types;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary>
/// <c>unevaluatedProperties</c> and <c>unevaluatedItems</c> where only the value tells what other subschemas evaluate: those have added it to the set <c>evaluated</c> by the end of the value,
/// and what is not in it is looked at in a second walk. Objects and arrays of which everything was evaluated have none.
/// </summary>
internal sealed class UnevaluatedCheck(DeclarationScope scope, ValueCheckEmitter values)
{
    /// <summary>Whether members must be found that nothing has evaluated.</summary>
    public static bool OfMembers(SchemaNode node) => node.UnevaluatedProperties is not null && node.EvaluatedMembers is null;

    /// <summary>Whether items must be found that nothing has evaluated.</summary>
    public static bool OfItems(SchemaNode node) => node.UnevaluatedItems is not null && node.EvaluatedItems is null;

    /// <summary>Before the value: keeps the reader as it stands there.</summary>
    public CSharpIdentifier WriteStart(CodeWriter writer)
    {
        var entire = scope.Names.Camel("entire");
        writer.Line($"var {entire} = reader;");
        return entire;
    }

    /// <summary>Behind the members or items.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="node">The subschema.</param>
    /// <param name="entire">The reader on the value.</param>
    /// <param name="count">How many members or items there were.</param>
    /// <param name="ofMembers">Whether the value is an object.</param>
    public void Write(CodeWriter writer, SchemaNode node, CSharpIdentifier entire, CSharpCode count, bool ofMembers)
    {
        var schema = ofMembers ? node.UnevaluatedProperties! : node.UnevaluatedItems!;
        var rest = CSharpCode.Of($"{entire}Ahead");
        writer.Line($"// {XmlDocText.Of(schema.Pointer)}");
        using (writer.Block($"if (!evaluated.ContainsFirst({count}))"))
        {
            writer.Line($"var {rest} = {entire};");
            var test = CSharpCode.Of($"{Method(schema, node, ofMembers)}(ref {rest}, at, ref evaluated)");
            writer.Line($"if (!{ApplicatorEmitter.Counted(test, rest, entire)})");
            writer.Line($"    return false;");
        }

        writer.Blank();
        writer.Line($"evaluated.AddAll();");
    }

    private CSharpIdentifier Method(SchemaNode schema, SchemaNode node, bool ofMembers) => scope.Method("Rest", schema.Pointer, (writer, name) =>
    {
        writer.Line($"// {XmlDocText.Of(schema.Pointer)}");
        writer.Line($"private static bool {name}<TSink>(ref {CSharpTypes.Reader} reader, TSink at, ref global::Parley.EvaluatedPositions evaluated)");
        writer.Line($"    where TSink : struct, global::Parley.IFailureSink<TSink>");
        using (writer.Block())
        {
            writer.Line($"var position = 0;");
            var more = ofMembers
                ? CSharpCode.Of($"reader.ReadName()")
                : CSharpCode.Of($"reader.Read() && reader.TokenType != {CSharpTypes.Token}.EndArray");
            using (writer.Block($"while ({more})"))
            {
                using (writer.Block($"if (evaluated.Contains(position++))"))
                {
                    if (ofMembers)
                        writer.Line($"reader.Read();");
                    writer.Line($"reader.Skip();");
                    writer.Line($"continue;");
                }

                writer.Blank();
                if (schema.Boolean == false && ofMembers)
                    FailureEmitter.Check.Assert(writer, node, new("unevaluatedProperties", default, "is not a member that the schema knows"));
                else if (schema.Boolean == false)
                    FailureEmitter.Check.Assert(writer, node, new("unevaluatedItems", default, "is not an item that the schema knows"));
                if (ofMembers)
                    writer.Line($"reader.Read();");
                if (schema.Boolean == false)
                    writer.Line($"reader.Skip();");
                else
                    values.Nested(writer, schema);
            }

            writer.Blank();
            writer.Line($"return true;");
        }
    });
}
