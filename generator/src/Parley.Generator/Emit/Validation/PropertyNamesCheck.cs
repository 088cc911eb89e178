using Parley.Generator.Emit.Types;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>propertyNames</c>: each name is checked as a string value, by a reader of its own.</summary>
internal static class PropertyNamesCheck
{
    public static void Write(CodeWriter writer, SchemaNode node, ValueCheckEmitter values)
    {
        if (node.PropertyNames is not { } names || names.Boolean == true)
            return;

        if (names.Boolean == false)
        {
            FailureEmitter.Check.Assert(writer, node, new("propertyNames", CSharpCode.Of($"true"), "is not allowed, nor is any other member"));
            return;
        }

        writer.Line($"var name = global::Parley.RawJson.Name(ref reader);");
        FailureEmitter.Check.Assert(writer, node, new(
            "propertyNames",
            CSharpCode.Of($"!{values.Test(names, CSharpCode.Of($"name"), CSharpTypes.Verdict)}"),
            "must have a name that the schema allows"));
    }
}
