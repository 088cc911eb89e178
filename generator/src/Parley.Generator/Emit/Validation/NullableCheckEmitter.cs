using Parley.Generator.Emit.Types;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary>Checks a value that is of one subschema or null: its token decides, and only that subschema speaks of what is not null.</summary>
/// <param name="values">Writes the checks of values.</param>
/// <param name="marks">Whether what the subschema evaluates is added to <c>evaluated</c>.</param>
internal sealed class NullableCheckEmitter(ValueCheckEmitter values, bool marks)
{
    /// <summary>The statements: on the value itself, which they walk.</summary>
    public void Write(CodeWriter writer, SchemaNode node, SchemaNode one)
    {
        var keyword = node.AnyOf.Count > 0 ? "anyOf" : "oneOf";
        var isNull = CSharpCode.Of($"{CSharpTypes.Token}.Null");
        writer.Line($"// {XmlDocText.Of(node.Pointer + "/" + keyword)}");
        if (TypesOf(one) is var types && types == JsonTypes.None)
        {
            using (writer.Block($"if (reader.TokenType != {isNull})"))
                One(writer, one);
            return;
        }

        var message = TypeTests.Message(types | JsonTypes.Null);
        var tokens = CSharpCode.Join(CSharpCode.Of($" or "), TypeTests.Tokens(types | JsonTypes.Null).Select(TypeTests.Token));
        using (writer.Block($"if (reader.TokenType is not ({tokens}))"))
        {
            FailureEmitter.Require(writer, default, CSharpCode.Of(
                $"global::Parley.ValueChecks.Refuse(ref reader, {FailureEmitter.Pointer(node, keyword)}, {CSharpLiteral.String(message)}, at)"));
        }

        using (writer.Block($"else if (reader.TokenType != {isNull})"))
            One(writer, one);
    }

    private void One(CodeWriter writer, SchemaNode one)
    {
        if (marks)
            FailureEmitter.Require(writer, default, values.InPlace(one, CSharpCode.Of($"reader"), CSharpCode.Of($"at"), ValueCheckEmitter.Evaluated));
        else
            values.Nested(writer, one);
    }

    // Where there is a list of values, that says more than their type.
    private static JsonTypes TypesOf(SchemaNode one)
    {
        if (one.Const is not null || one.Enum is not null)
            return JsonTypes.None;
        if (one.Types != JsonTypes.None)
            return one.Types;
        return one.Shape.Kind switch
        {
            ShapeKind.Record or ShapeKind.Union or ShapeKind.Map => JsonTypes.Object,
            ShapeKind.List or ShapeKind.Tuple => JsonTypes.Array,
            ShapeKind.String or ShapeKind.OpenEnum => JsonTypes.String,
            ShapeKind.Integer => JsonTypes.Integer,
            ShapeKind.Number => JsonTypes.Number,
            ShapeKind.Boolean => JsonTypes.Boolean,
            _ => JsonTypes.None,
        };
    }
}
