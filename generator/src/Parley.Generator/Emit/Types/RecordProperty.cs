using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Types;

/// <summary>How one entry of <c>properties</c> becomes a C# property.</summary>
internal sealed class RecordProperty
{
    private RecordProperty(PropertyNode node, PropertyForm form, bool isOfPart)
    {
        Node = node;
        Form = form;
        IsOfPart = isOfPart;
        Identifier = CSharpIdentifier.Of(node.Identifier);
    }

    public PropertyNode Node { get; }

    public PropertyForm Form { get; }

    /// <summary>Whether a schema that the record is composed of declares it, and checks it.</summary>
    public bool IsOfPart { get; }

    public CSharpIdentifier Identifier { get; }

    public Shape Shape => Node.Schema.Shape;

    /// <summary>The property's C# type.</summary>
    public CSharpCode Type => Form switch
    {
        PropertyForm.Optional => CSharpCode.Of($"{CSharpTypes.Bare(Shape)}?"),
        PropertyForm.OptionalNullable => CSharpCode.Of($"global::Parley.Optional<{CSharpTypes.Of(Shape)}>"),
        _ => CSharpTypes.Of(Shape),
    };

    public static RecordProperty Of(PropertyNode node) => new(node, FormOf(node), isOfPart: false);

    public static RecordProperty OfPart(PropertyNode node) => new(node, FormOf(node), isOfPart: true);

    private static PropertyForm FormOf(PropertyNode node)
    {
        if (node.Required)
            return Constant(node.Schema) is null ? PropertyForm.Required : PropertyForm.Constant;
        return CSharpTypes.IsNullable(node.Schema.Shape) ? PropertyForm.OptionalNullable : PropertyForm.Optional;
    }

    /// <summary>The constant that a property always has: a string, number or boolean.</summary>
    public static JsonConstant? Constant(SchemaNode schema)
    {
        if (schema.Const is null || schema.Declaration is not null)
            return null;

        var constant = new JsonConstant(schema.Const);
        return schema.Shape.Kind switch
        {
            ShapeKind.String when constant.IsString => constant,
            ShapeKind.Integer when constant.IsNumber && constant.TryGetInt64(out _) => constant,
            ShapeKind.Number when constant.IsNumber => constant,
            ShapeKind.Boolean when constant.IsBoolean => constant,
            _ => null,
        };
    }
}

/// <summary>Forms of a property.</summary>
internal enum PropertyForm
{
    /// <summary>Always there with one value: get-only, always written.</summary>
    Constant,

    /// <summary>Always there.</summary>
    Required,

    /// <summary>May be absent and is never null: C# null means absent.</summary>
    Optional,

    /// <summary>May be absent, and may be null: <c>Optional&lt;T?&gt;</c>.</summary>
    OptionalNullable,
}
