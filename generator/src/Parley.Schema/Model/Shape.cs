namespace Parley.Schema.Model;

/// <summary>What a valid value of a subschema is in C#.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="TypeName">For <see cref="ShapeKind.Record"/>, <see cref="ShapeKind.Union"/>, <see cref="ShapeKind.Enum"/> and <see cref="ShapeKind.OpenEnum"/>: the fully qualified name with <c>global::</c>.</param>
/// <param name="Element">For <see cref="ShapeKind.List"/> and <see cref="ShapeKind.Map"/>: the element.</param>
/// <param name="Nullable">Whether JSON null is among the valid values.</param>
public sealed record Shape(ShapeKind Kind, string? TypeName = null, Shape? Element = null, bool Nullable = false)
{
    /// <summary>For <see cref="ShapeKind.Tuple"/>: the items, two or more.</summary>
    public EquatableArray<TupleItem> Items { get; init; }
}

/// <summary>One item of a tuple.</summary>
/// <param name="Name">Its C# name; null when the items have none.</param>
/// <param name="Shape">What it is.</param>
public sealed record TupleItem(string? Name, Shape Shape);

/// <summary>Kinds of <see cref="Shape"/>.</summary>
public enum ShapeKind
{
    /// <summary>Anything: <c>Parley.JsonValue</c>.</summary>
    Any,

    /// <summary>An emitted record.</summary>
    Record,

    /// <summary>An emitted union: one of several records, told apart by a member's constant.</summary>
    Union,

    /// <summary>An emitted enum.</summary>
    Enum,

    /// <summary>An emitted struct around a string of which some texts are known.</summary>
    OpenEnum,

    /// <summary><c>string</c>.</summary>
    String,

    /// <summary><c>long</c>.</summary>
    Integer,

    /// <summary><c>Parley.JsonNumber</c>: numbers, and integers that the schema says may be beyond 64 bits.</summary>
    Number,

    /// <summary><c>bool</c>.</summary>
    Boolean,

    /// <summary><c>Parley.ValueList&lt;T&gt;</c>.</summary>
    List,

    /// <summary>A C# value tuple: an array with so many items, each with a schema of its own.</summary>
    Tuple,

    /// <summary><c>Parley.ValueMap&lt;T&gt;</c>: an object without declared properties whose members share a schema.</summary>
    Map,
}
