using Parley.Generator.Emit.Validation;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Types;

/// <summary>An object with declared properties: a record.</summary>
internal static class RecordEmitter
{
    public static void Write(CodeWriter writer, DeclarationScope scope)
    {
        var type = scope.Type;
        var name = CSharpIdentifier.Of(type.Name);
        var value = CSharpTypes.IsNullable(type.Schema.Shape) ? CSharpCode.Of($"{name}?") : CSharpCode.Of($"{name}");
        var properties = type.Schema.Properties.Select(RecordProperty.Of).Concat(type.Schema.ComposedProperties.Select(RecordProperty.OfPart)).ToArray();

        Documentation.Type(writer, scope.File, type);
        Documentation.Obsolete(writer, type.Schema);
        writer.Line($"{GeneratedFile.GeneratedCodeAttribute}");
        writer.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof(global::Parley.JsonTypeConverter<{name}>))]");
        writer.Line($"public sealed partial record {name} : global::Parley.IJsonType<{name}>, global::Parley.IJsonDeclaration<{value}>");
        using (writer.Block())
        {
            foreach (var property in properties)
                WriteProperty(writer, scope, property);
            WriteAdditional(writer, type.Schema);

            EntryPointEmitter.Write(writer, name, value, isRecord: true);
            RecordReadEmitter.Write(writer, scope, properties, value);
            DeclarationCheckEmitter.Write(writer, scope);
            RecordWriteEmitter.Write(writer, scope, properties, value);
            scope.WritePrivateMembers(writer);
        }
    }

    /// <summary>The type of undeclared members' values; null when the record is closed.</summary>
    public static Shape? AdditionalShape(SchemaNode schema)
    {
        if (AdditionalPropertiesCheck.IsClosed(schema) && AdditionalPropertiesCheck.OtherNames(schema).All(name => schema.ComposedProperties.Any(property => property.Name == name)))
            return null;
        return schema.AdditionalProperties is { Boolean: null } values && schema.PatternProperties.Count == 0 ? values.Shape : new Shape(ShapeKind.Any);
    }

    private static void WriteProperty(CodeWriter writer, DeclarationScope scope, RecordProperty property)
    {
        scope.CancellationToken.ThrowIfCancellationRequested();
        Documentation.Property(writer, property.Node);
        // The compiler refuses the attribute on a required property: nobody could make the record without a warning.
        if (property.Form != PropertyForm.Required)
            Documentation.Obsolete(writer, property.Node.Schema);
        if (property.Form == PropertyForm.Constant)
            writer.Line($"public {property.Type} {property.Identifier} => {ConstantValue(scope, property)};");
        else if (property.Form == PropertyForm.Required)
            writer.Line($"public required {property.Type} {property.Identifier} {{ get; init; }}");
        else
            writer.Line($"public {property.Type} {property.Identifier} {{ get; init; }}");
        writer.Blank();
    }

    private static void WriteAdditional(CodeWriter writer, SchemaNode schema)
    {
        if (AdditionalShape(schema) is not { } shape)
            return;

        var map = CSharpCode.Of($"global::Parley.ValueMap<{CSharpTypes.Of(shape)}>");
        writer.Line($"/// <summary>Members that the schema does not declare, in their order.</summary>");
        writer.Line($"public {map} AdditionalMembers {{ get; init; }} = {map}.Empty;");
        writer.Blank();
    }

    private static CSharpCode ConstantValue(DeclarationScope scope, RecordProperty property)
    {
        var constant = RecordProperty.Constant(property.Node.Schema)!;
        if (constant.IsString)
            return CSharpLiteral.String(constant.Text);
        if (constant.IsBoolean)
            return CSharpLiteral.Boolean(constant.IsTrue);
        if (property.Shape.Kind == ShapeKind.Integer && constant.TryGetInt64(out var integer))
            return CSharpLiteral.Long(integer);
        return new CheckSubject(scope).Number(constant.Text);
    }
}
