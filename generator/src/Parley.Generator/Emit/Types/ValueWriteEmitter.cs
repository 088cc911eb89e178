using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Types;

/// <summary>Writes the writing of a value, by its shape.</summary>
internal static class ValueWriteEmitter
{
    /// <summary>A value where one may stand: at the root, in an array, behind a name.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="shape">The value's shape.</param>
    /// <param name="value">The value.</param>
    /// <param name="depth">How many loops are around it.</param>
    public static void Value(CodeWriter writer, Shape shape, CSharpCode value, int depth = 0)
    {
        if (!CSharpTypes.IsNullable(shape))
        {
            Present(writer, shape, value, depth);
            return;
        }

        var present = CSharpCode.Of($"present{depth}");
        using (writer.Block($"if ({value} is {{ }} {present})"))
            Present(writer, shape, present, depth);
        using (writer.Block($"else"))
            writer.Line($"writer.WriteNullValue();");
    }

    /// <summary>A member with a value that is there and not null.</summary>
    public static void Member(CodeWriter writer, Shape shape, CSharpLiteral name, CSharpCode value, int depth = 0)
    {
        switch (shape.Kind)
        {
            case ShapeKind.String:
                writer.Line($"writer.WriteString({name}, {value});");
                break;
            case ShapeKind.Integer:
                writer.Line($"writer.WriteNumber({name}, {value});");
                break;
            case ShapeKind.Boolean:
                writer.Line($"writer.WriteBoolean({name}, {value});");
                break;
            case ShapeKind.Enum:
                writer.Line($"writer.WriteString({name}, {CSharpTypes.DeclarationOf(shape)}.ToText({value}));");
                break;
            case ShapeKind.OpenEnum:
                writer.Line($"writer.WriteString({name}, {value}.Text);");
                break;
            case ShapeKind.List or ShapeKind.Tuple:
                writer.Line($"writer.WriteStartArray({name});");
                Items(writer, shape, value, depth);
                break;
            case ShapeKind.Map:
                writer.Line($"writer.WriteStartObject({name});");
                Members(writer, shape.Element!, value, depth);
                writer.Line($"writer.WriteEndObject();");
                break;
            default:
                writer.Line($"writer.WritePropertyName({name});");
                Present(writer, shape, value, depth);
                break;
        }
    }

    private static void Present(CodeWriter writer, Shape shape, CSharpCode value, int depth)
    {
        switch (shape.Kind)
        {
            case ShapeKind.String:
                writer.Line($"writer.WriteStringValue({value});");
                break;
            case ShapeKind.Integer:
                writer.Line($"writer.WriteNumberValue({value});");
                break;
            case ShapeKind.Boolean:
                writer.Line($"writer.WriteBooleanValue({value});");
                break;
            case ShapeKind.Enum or ShapeKind.OpenEnum:
                writer.Line($"{CSharpTypes.DeclarationOf(shape)}.Write(writer, {value});");
                break;
            case ShapeKind.List or ShapeKind.Tuple:
                writer.Line($"writer.WriteStartArray();");
                Items(writer, shape, value, depth);
                break;
            case ShapeKind.Map:
                writer.Line($"writer.WriteStartObject();");
                Members(writer, shape.Element!, value, depth);
                writer.Line($"writer.WriteEndObject();");
                break;
            default:
                writer.Line($"{value}.WriteTo(writer);");
                break;
        }
    }

    // Into an array that is open, and its end.
    private static void Items(CodeWriter writer, Shape shape, CSharpCode value, int depth)
    {
        if (shape.Kind == ShapeKind.List)
        {
            using (writer.Block($"foreach (var item{depth} in {value})"))
                Value(writer, shape.Element!, CSharpCode.Of($"item{depth}"), depth + 1);
        }

        for (var i = 0; i < shape.Items.Count; i++)
        {
            var (item, place) = (shape.Items[i].Shape, CSharpCode.Of($"{value}.Item{i + 1}"));
            if (!CSharpTypes.IsNullable(item))
            {
                Value(writer, item, place, depth + 1);
                continue;
            }

            // The next item's test names its variable the same.
            using (writer.Block())
                Value(writer, item, place, depth + 1);
        }

        writer.Line($"writer.WriteEndArray();");
    }

    /// <summary>The members of a map, into an object that is open.</summary>
    public static void Members(CodeWriter writer, Shape element, CSharpCode map, int depth)
    {
        using (writer.Block($"foreach (var item{depth} in {map})"))
        {
            writer.Line($"writer.WritePropertyName(item{depth}.Key);");
            Value(writer, element, CSharpCode.Of($"item{depth}.Value"), depth + 1);
        }
    }
}
