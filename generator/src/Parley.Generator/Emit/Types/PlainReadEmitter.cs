using Parley.Generator.Emit.Validation;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Types;

/// <summary>Reads a value whose rules need nothing but the value: each is checked where it is read.</summary>
internal sealed class PlainReadEmitter(DeclarationScope scope, ValueReadEmitter values)
{
    public void Write(CodeWriter writer, SchemaNode node, CSharpIdentifier target)
    {
        if (node.Shape.Kind is ShapeKind.List or ShapeKind.Tuple or ShapeKind.Map)
        {
            writer.Line($"if (!{Method(node)}(ref reader, out {target})) return false;");
        }
        else if (!CSharpTypes.IsNullable(node.Shape))
        {
            Scalar(writer, node, target);
        }
        else
        {
            using (writer.Block($"if (reader.TokenType == {CSharpTypes.Token}.Null)"))
                writer.Line($"{target} = null;");
            using (writer.Block($"else"))
                Scalar(writer, node, target);
        }
    }

    private void Scalar(CodeWriter writer, SchemaNode node, CSharpIdentifier target)
    {
        switch (node.Shape.Kind)
        {
            case ShapeKind.String:
                Token(writer, node, CSharpCode.Of($"reader.TokenType != {CSharpTypes.Token}.String"));
                Assert(writer, node, JsonTypes.String, default);
                writer.Line($"{target} = reader.GetString()!;");
                break;
            case ShapeKind.Integer:
                Integer(writer, node, target);
                break;
            case ShapeKind.Number:
                Token(writer, node, (node.Types & ~JsonTypes.Null) == JsonTypes.Integer ? TypeTests.NotInteger(default) : CSharpCode.Of($"reader.TokenType != {CSharpTypes.Token}.Number"));
                Assert(writer, node, JsonTypes.Number, default);
                writer.Line($"{target} = global::Parley.JsonNumber.Read(ref reader);");
                break;
            case ShapeKind.Boolean:
                Token(writer, node, CSharpCode.Of($"reader.TokenType is not ({CSharpTypes.Token}.True or {CSharpTypes.Token}.False)"));
                Assert(writer, node, JsonTypes.Boolean, default);
                writer.Line($"{target} = reader.GetBoolean();");
                break;
            default:
                ValueReadEmitter.Untyped(writer, target);
                break;
        }
    }

    private void Integer(CodeWriter writer, SchemaNode node, CSharpIdentifier target)
    {
        var local = CSharpTypes.IsNullable(node.Shape) ? scope.Names.Camel("integer") : target;
        Token(writer, node, local.Text == target.Text
            ? CSharpCode.Of($"!global::Parley.NumberChecks.TryReadInt64(ref reader, out {target})")
            : CSharpCode.Of($"!global::Parley.NumberChecks.TryReadInt64(ref reader, out var {local})"));
        Assert(writer, node, JsonTypes.Number, local);
        if (local.Text != target.Text)
            writer.Line($"{target} = {local};");
    }

    private static void Token(CodeWriter writer, SchemaNode node, CSharpCode fails) => FailureEmitter.Read.If(writer, fails, default, node.Pointer + "/type");

    private void Assert(CodeWriter writer, SchemaNode node, JsonTypes group, CSharpCode integer)
    {
        foreach (var assertion in KeywordChecks.Of(node, JsonTypes.None, new CheckSubject(scope, integer)))
            FailureEmitter.Read.Assert(writer, node, assertion);
        if (group == JsonTypes.String)
            LengthCheck.WriteRead(writer, node);
        foreach (var assertion in KeywordChecks.Of(node, group, new CheckSubject(scope, integer)))
            FailureEmitter.Read.Assert(writer, node, assertion);
    }

    private CSharpIdentifier Method(SchemaNode node) => scope.Method("Read", node.Pointer, (writer, name) =>
    {
        var isArray = node.Shape.Kind is ShapeKind.List or ShapeKind.Tuple;
        writer.Line($"// {XmlDocText.Of(node.Pointer)}");
        writer.Line($"private static bool {name}(ref {CSharpTypes.Reader} reader, [global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out {CSharpTypes.Of(node.Shape)} value)");
        using (writer.Block())
        {
            writer.Line($"value = default;");
            if (CSharpTypes.IsNullable(node.Shape))
            {
                writer.Line($"if (reader.TokenType == {CSharpTypes.Token}.Null) return true;");
            }

            Token(writer, node, isArray ? CSharpCode.Of($"reader.TokenType != {CSharpTypes.Token}.StartArray") : CSharpCode.Of($"reader.TokenType != {CSharpTypes.Token}.StartObject"));
            if (node.Shape.Kind == ShapeKind.List)
                List(writer, node);
            else if (isArray)
                Tuple(writer, node);
            else
                Map(writer, node);
            writer.Line($"return true;");
        }
    });

    private void List(CodeWriter writer, SchemaNode node)
    {
        var element = node.Shape.Element!;
        foreach (var assertion in KeywordChecks.Of(node, JsonTypes.Array, new CheckSubject(scope)))
            FailureEmitter.Read.Assert(writer, node, assertion);

        writer.Blank();
        writer.Line($"var items = default(global::Parley.ValueListBuilder<{CSharpTypes.Of(element)}>);");
        using (writer.Block($"while (reader.Read() && reader.TokenType != {CSharpTypes.Token}.EndArray)"))
        {
            writer.Line($"{CSharpTypes.Local(element)} item;");
            Child(writer, node.Items, element, CSharpIdentifier.Of("item"));
            writer.Line($"items.Add({CSharpTypes.Filled(element, CSharpIdentifier.Of("item"))});");
        }

        writer.Blank();
        foreach (var assertion in KeywordChecks.Of(node, JsonTypes.Array, new CheckSubject(scope, Count: CSharpCode.Of($"items.Count")), CheckMoment.AfterChildren))
            FailureEmitter.Read.AssertBehind(writer, node, assertion);
        writer.Line($"value = items.ToValueList();");
    }

    private void Tuple(CodeWriter writer, SchemaNode node)
    {
        foreach (var assertion in KeywordChecks.Of(node, JsonTypes.Array, new CheckSubject(scope)))
            FailureEmitter.Read.Assert(writer, node, assertion);

        var locals = new List<CSharpCode>();
        for (var i = 0; i < node.PrefixItems.Count; i++)
        {
            var (shape, local) = (node.Shape.Items[i].Shape, scope.Names.Camel("item"));
            writer.Blank();
            FailureEmitter.Read.If(writer, CSharpCode.Of($"!reader.Read() || reader.TokenType == {CSharpTypes.Token}.EndArray"), default, node.Pointer + "/minItems");
            writer.Line($"{CSharpTypes.Local(shape)} {local};");
            Child(writer, node.PrefixItems[i], shape, local);
            locals.Add(CSharpTypes.Filled(shape, local));
        }

        writer.Blank();
        FailureEmitter.Read.If(writer, CSharpCode.Of($"!reader.Read() || reader.TokenType != {CSharpTypes.Token}.EndArray"), default, node.Pointer + (node.Items is null ? "/maxItems" : "/items"));
        writer.Line($"value = ({CSharpCode.Join(CSharpCode.Of($", "), locals)});");
    }

    private void Map(CodeWriter writer, SchemaNode node)
    {
        var element = node.Shape.Element!;
        writer.Blank();
        writer.Line($"var members = default(global::Parley.ValueMapBuilder<{CSharpTypes.Of(element)}>);");
        using (writer.Block($"while (reader.ReadName())"))
        {
            if (AdditionalPropertiesCheck.IsClosed(node))
            {
                FailureEmitter.Read.If(writer, default, default, node.Pointer + "/additionalProperties");
            }
            else
            {
                writer.Line($"var name = reader.GetString()!;");
                writer.Line($"reader.Read();");
                writer.Line($"{CSharpTypes.Local(element)} item;");
                Child(writer, node.AdditionalProperties, element, CSharpIdentifier.Of("item"));
                writer.Line($"if (!members.TryAdd(name, {CSharpTypes.Filled(element, CSharpIdentifier.Of("item"))})) return false;");
            }
        }

        writer.Blank();
        foreach (var assertion in KeywordChecks.Of(node, JsonTypes.Object, new CheckSubject(scope, Count: CSharpCode.Of($"members.Count")), CheckMoment.AfterChildren))
            FailureEmitter.Read.AssertBehind(writer, node, assertion);
        writer.Line($"value = members.ToValueMap();");
    }

    private void Child(CodeWriter writer, SchemaNode? child, Shape shape, CSharpIdentifier target)
    {
        if (child is null)
            ValueReadEmitter.Untyped(writer, target);
        else if (CSharpTypes.Of(child.Shape).Text == CSharpTypes.Of(shape).Text)
            values.Into(writer, child, target);
        else
            values.Converted(writer, child, shape, target);
    }
}
