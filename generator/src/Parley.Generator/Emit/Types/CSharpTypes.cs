using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Types;

/// <summary>Names of types in emitted code.</summary>
internal static class CSharpTypes
{
    public static CSharpCode Reader => NamespaceAliases.Reader;

    public static CSharpCode Writer => NamespaceAliases.Writer;

    public static CSharpCode Token => NamespaceAliases.Token;

    public static CSharpCode Verdict => CSharpCode.Of($"default(global::Parley.VerdictOnly)");

    public static CSharpCode Probe => CSharpCode.Of($"default(global::Parley.Probing)");

    /// <summary>The C# type of a shape, with <c>?</c> when null is among its values.</summary>
    public static CSharpCode Of(Shape shape) => IsNullable(shape) ? CSharpCode.Of($"{Bare(shape)}?") : Bare(shape);

    /// <summary>The C# type of a shape without <c>?</c>.</summary>
    public static CSharpCode Bare(Shape shape) => shape.Kind switch
    {
        ShapeKind.Record or ShapeKind.Union or ShapeKind.Enum or ShapeKind.OpenEnum => CSharpCode.TypeName(shape.TypeName!),
        ShapeKind.String => CSharpCode.Of($"string"),
        ShapeKind.Integer => CSharpCode.Of($"long"),
        ShapeKind.Number => CSharpCode.Of($"global::Parley.JsonNumber"),
        ShapeKind.Boolean => CSharpCode.Of($"bool"),
        ShapeKind.List => CSharpCode.Of($"global::Parley.ValueList<{Of(shape.Element!)}>"),
        ShapeKind.Tuple => CSharpCode.Of($"({CSharpCode.Join(CSharpCode.Of($", "), shape.Items.Select(TupleItem))})"),
        ShapeKind.Map => CSharpCode.Of($"global::Parley.ValueMap<{Of(shape.Element!)}>"),
        _ => CSharpCode.Of($"global::Parley.JsonValue"),
    };

    /// <summary>Whether the C# type needs <c>?</c> for JSON null; any JSON value holds null itself.</summary>
    public static bool IsNullable(Shape shape) => shape.Nullable && shape.Kind != ShapeKind.Any;

    /// <summary>Whether the C# type is a class.</summary>
    public static bool IsClass(Shape shape) => shape.Kind is ShapeKind.Record or ShapeKind.Union or ShapeKind.String or ShapeKind.Map;

    /// <summary>The type of a local that a read fills: a class is null until then.</summary>
    public static CSharpCode Local(Shape shape) => IsClass(shape) ? CSharpCode.Of($"{Bare(shape)}?") : Of(shape);

    /// <summary>Such a local after the read.</summary>
    public static CSharpCode Filled(Shape shape, CSharpIdentifier local) => IsClass(shape) && !IsNullable(shape) ? CSharpCode.Of($"{local}!") : local;

    /// <summary>The type that reads, checks and writes a declaration: the record or holder itself, the companion of an enum.</summary>
    public static CSharpCode DeclarationOf(TypeReference reference) =>
        CSharpCode.TypeName(IsEnumOf(reference) ? CompanionName(reference.TypeName) : reference.TypeName);

    /// <summary>The type that reads, checks and writes a shape that has a name.</summary>
    public static CSharpCode DeclarationOf(Shape shape) =>
        CSharpCode.TypeName(HasCompanion(shape) ? CompanionName(shape.TypeName!) : shape.TypeName!);

    /// <summary>Whether a class beside the type reads, checks and writes it.</summary>
    public static bool HasCompanion(Shape shape) => shape.Kind is ShapeKind.Enum or ShapeKind.OpenEnum;

    /// <summary>Name of the class beside an enum.</summary>
    public static string CompanionName(string enumName) => enumName + "Json";

    private static CSharpCode TupleItem(TupleItem item) => item.Name is { } name ? CSharpCode.Of($"{Of(item.Shape)} {CSharpIdentifier.Of(name)}") : Of(item.Shape);

    // A reference to a definition that only refers on to an enum has the enum's shape but a declaration of its own.
    private static bool IsEnumOf(TypeReference reference) =>
        HasCompanion(reference.Shape) && string.Equals(reference.Shape.TypeName, reference.TypeName, StringComparison.Ordinal);
}
