using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Types;

/// <summary>Reads a value that is already known to be valid, by its shape alone.</summary>
internal sealed class ShapeReadEmitter(DeclarationScope scope)
{
    /// <summary>Reads into a variable of the shape's type.</summary>
    public void Write(CodeWriter writer, Shape shape, string pointer, CSharpIdentifier target)
    {
        if (!CSharpTypes.IsNullable(shape) || shape.Kind is ShapeKind.List or ShapeKind.Tuple or ShapeKind.Map)
        {
            Present(writer, shape, pointer, target);
            return;
        }

        writer.Line($"if (reader.TokenType == {CSharpTypes.Token}.Null)");
        using (writer.Block())
            writer.Line($"{target} = null;");
        using (writer.Block($"else"))
            Present(writer, shape, pointer, target);
    }

    private void Present(CodeWriter writer, Shape shape, string pointer, CSharpIdentifier target)
    {
        switch (shape.Kind)
        {
            case ShapeKind.String:
                writer.Line($"{target} = reader.GetString()!;");
                break;
            case ShapeKind.Integer:
                var integer = scope.Names.Camel("integer");
                writer.Line($"if (!global::Parley.NumberChecks.TryReadInt64(ref reader, out var {integer})) return false;");
                writer.Line($"{target} = {integer};");
                break;
            case ShapeKind.Number:
                writer.Line($"{target} = global::Parley.JsonNumber.Read(ref reader);");
                break;
            case ShapeKind.Boolean:
                writer.Line($"{target} = reader.GetBoolean();");
                break;
            case ShapeKind.Record or ShapeKind.Union or ShapeKind.Enum or ShapeKind.OpenEnum:
                Named(writer, shape, target);
                break;
            case ShapeKind.List or ShapeKind.Tuple or ShapeKind.Map:
                writer.Line($"if (!{Method(shape, pointer)}(ref reader, out {target})) return false;");
                break;
            default:
                writer.Line($"{target} = global::Parley.JsonValue.Read(ref reader);");
                break;
        }
    }

    // The declaration may allow null where this place does not, or the other way round, so its out type is not always the variable's.
    private void Named(CodeWriter writer, Shape shape, CSharpIdentifier target)
    {
        var named = scope.Names.Camel("named");
        writer.Line($"if (!{CSharpTypes.DeclarationOf(shape)}.Read(ref reader, out var {named}) || ({CSharpTypes.Bare(shape)}?){named} is not {{ }} {named}Value) return false;");
        writer.Line($"{target} = {named}Value;");
    }

    private CSharpIdentifier Method(Shape shape, string pointer) => scope.Method("Take", pointer + CSharpTypes.Of(shape).Text, (writer, name) =>
    {
        writer.Line($"private static bool {name}(ref {CSharpTypes.Reader} reader, [global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out {CSharpTypes.Of(shape)} value)");
        using (writer.Block())
        {
            writer.Line($"value = default;");
            if (CSharpTypes.IsNullable(shape))
            {
                writer.Line($"if (reader.TokenType == {CSharpTypes.Token}.Null) return true;");
            }

            if (shape.Kind == ShapeKind.List)
                List(writer, shape.Element!, pointer);
            else if (shape.Kind == ShapeKind.Tuple)
                Tuple(writer, shape, pointer);
            else
                Map(writer, shape.Element!, pointer);
            writer.Line($"return true;");
        }
    });

    private void List(CodeWriter writer, Shape element, string pointer)
    {
        writer.Line($"var items = default(global::Parley.ValueListBuilder<{CSharpTypes.Of(element)}>);");
        using (writer.Block($"while (reader.Read() && reader.TokenType != {CSharpTypes.Token}.EndArray)"))
        {
            writer.Line($"{CSharpTypes.Local(element)} item;");
            Write(writer, element, pointer, CSharpIdentifier.Of("item"));
            writer.Line($"items.Add({CSharpTypes.Filled(element, CSharpIdentifier.Of("item"))});");
        }

        writer.Line($"value = items.ToValueList();");
    }

    private void Tuple(CodeWriter writer, Shape shape, string pointer)
    {
        var locals = new List<CSharpCode>();
        foreach (var item in shape.Items)
        {
            var local = scope.Names.Camel("item");
            writer.Line($"reader.Read();");
            writer.Line($"{CSharpTypes.Local(item.Shape)} {local};");
            Write(writer, item.Shape, pointer, local);
            locals.Add(CSharpTypes.Filled(item.Shape, local));
        }

        writer.Line($"reader.Read();");
        writer.Line($"value = ({CSharpCode.Join(CSharpCode.Of($", "), locals)});");
    }

    private void Map(CodeWriter writer, Shape element, string pointer)
    {
        writer.Line($"var members = default(global::Parley.ValueMapBuilder<{CSharpTypes.Of(element)}>);");
        using (writer.Block($"while (reader.ReadName())"))
        {
            writer.Line($"var name = reader.GetString()!;");
            writer.Line($"reader.Read();");
            writer.Line($"{CSharpTypes.Local(element)} item;");
            Write(writer, element, pointer, CSharpIdentifier.Of("item"));
            writer.Line($"if (!members.TryAdd(name, {CSharpTypes.Filled(element, CSharpIdentifier.Of("item"))})) return false;");
        }

        writer.Line($"value = members.ToValueMap();");
    }
}
