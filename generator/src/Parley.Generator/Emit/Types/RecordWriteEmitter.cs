using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Types;

/// <summary>The <c>WriteTo</c> of a record.</summary>
internal static class RecordWriteEmitter
{
    public static void Write(CodeWriter writer, DeclarationScope scope, RecordProperty[] properties, CSharpCode value)
    {
        writer.Blank();
        writer.Line($"/// <inheritdoc/>");
        using (writer.Block($"public void WriteTo({CSharpTypes.Writer} writer)"))
        {
            writer.Line($"writer.WriteStartObject();");
            var number = 0;
            foreach (var property in properties)
                Property(writer, property, CSharpCode.Of($"value{number++}"));
            if (RecordEmitter.AdditionalShape(scope.Type.Schema) is { } shape)
                ValueWriteEmitter.Members(writer, shape, CSharpCode.Of($"AdditionalMembers"), 0);
            writer.Line($"writer.WriteEndObject();");
        }

        WriteDeclaration(writer, scope.Type.Schema.Shape, value);
    }

    /// <summary>The <c>Write</c> through which emitted code writes what may be null.</summary>
    public static void WriteDeclaration(CodeWriter writer, Shape shape, CSharpCode value)
    {
        writer.Blank();
        using (writer.Block($"static void global::Parley.IJsonDeclaration<{value}>.Write({CSharpTypes.Writer} writer, {value} value)"))
        {
            if (CSharpTypes.IsNullable(shape))
                ValueWriteEmitter.Value(writer, shape, CSharpCode.Of($"value"));
            else
                writer.Line($"value.WriteTo(writer);");
        }
    }

    private static void Property(CodeWriter writer, RecordProperty property, CSharpCode local)
    {
        var name = CSharpLiteral.Utf8(property.Node.Name);
        var shape = property.Shape;
        if (property.Form == PropertyForm.OptionalNullable)
        {
            using (writer.Block($"if ({property.Identifier}.IsPresent)"))
                Nullable(writer, shape, name, CSharpCode.Of($"{property.Identifier}.Value"), local);
        }
        else if (property.Form == PropertyForm.Optional)
        {
            using (writer.Block($"if ({property.Identifier} is {{ }} {local})"))
                ValueWriteEmitter.Member(writer, shape, name, local);
        }
        else if (CSharpTypes.IsNullable(shape))
        {
            Nullable(writer, shape, name, property.Identifier, local);
        }
        else
        {
            ValueWriteEmitter.Member(writer, shape, name, property.Identifier);
        }
    }

    private static void Nullable(CodeWriter writer, Shape shape, CSharpLiteral name, CSharpCode value, CSharpCode local)
    {
        using (writer.Block($"if ({value} is {{ }} {local})"))
            ValueWriteEmitter.Member(writer, shape, name, local);
        using (writer.Block($"else"))
            writer.Line($"writer.WriteNull({name});");
    }
}
