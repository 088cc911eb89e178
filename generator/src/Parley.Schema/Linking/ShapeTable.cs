using Parley.Schema.Json;
using Parley.Schema.Model;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>
/// What a valid value of each subschema is in C#. Lists, maps, references and what may also be null take their shape from one other subschema; where following them comes back to
/// the start, C# has no finite type for it and every subschema on the way is <see cref="ShapeKind.Any"/>.
/// </summary>
internal sealed class ShapeTable(References references, Composition composition, DeclarationTable declarations, UnionTable unions, OpenEnumTable openEnums, NullableTable nullables)
{
    // ValueList<ValueList<…>> deeper than this is no type that anyone wants to read.
    private const int MaxNesting = 8;

    private readonly Dictionary<SchemaSyntax, Shape> _shapes = [];
    private readonly FiniteTuples _tuples = new(references, composition, nullables);

    public Shape ShapeOf(SchemaSyntax schema)
    {
        if (_shapes.TryGetValue(schema, out var known))
            return known;

        // The way is followed with a list, not by recursion: it may be as long as the input.
        var way = new List<SchemaSyntax>();
        var steps = new Dictionary<SchemaSyntax, int>();
        var at = schema;
        Shape? shape;
        while (!_shapes.TryGetValue(at, out shape))
        {
            if (steps.TryGetValue(at, out var first))
            {
                shape = Loop(way, first);
                break;
            }

            var next = NextOf(at);
            if (next is null)
            {
                shape = ShapeOfLeaf(at);
                _shapes.Add(at, shape);
                break;
            }

            steps.Add(at, way.Count);
            way.Add(at);
            at = next;
        }

        for (var i = way.Count - 1; i >= 0; i--)
        {
            shape = Combine(way[i], shape);
            _shapes.Add(way[i], shape);
        }

        return shape;
    }

    private Shape Loop(List<SchemaSyntax> way, int first)
    {
        Shape? shape = null;
        for (var i = way.Count - 1; i >= first; i--)
        {
            shape = new Shape(ShapeKind.Any, Nullable: LocalKinds.AcceptsNull(way[i]));
            _shapes.Add(way[i], shape);
        }

        way.RemoveRange(first, way.Count - first);
        return shape!;
    }

    private SchemaSyntax? NextOf(SchemaSyntax schema) => composition.KindOf(schema) switch
    {
        LocalKind.Reference => references.MainTargetOf(schema),
        LocalKind.List => LocalKinds.HasLikeItems(schema) ? Child(schema, "items") : null,
        LocalKind.Map => LocalKinds.HasLikeMembers(schema) ? Child(schema, "additionalProperties") : null,
        _ => nullables.Find(schema),
    };

    private Shape Combine(SchemaSyntax schema, Shape inner)
    {
        var kind = composition.KindOf(schema);
        var acceptsNull = LocalKinds.AcceptsNull(schema);
        if (kind == LocalKind.Reference)
            return Narrow(schema, inner, acceptsNull);
        if (kind == LocalKind.Any)
            return inner with { Nullable = true };
        if (Nesting(inner) >= MaxNesting)
            return new Shape(ShapeKind.Any, Nullable: acceptsNull);
        return new Shape(kind == LocalKind.List ? ShapeKind.List : ShapeKind.Map, null, inner, acceptsNull);
    }

    // Types beside a reference take away from what the target accepts.
    private static Shape Narrow(SchemaSyntax schema, Shape target, bool acceptsNull)
    {
        var types = schema.Types & ~JsonTypes.Null;
        var nullable = target.Nullable && acceptsNull;
        if (types != JsonTypes.None && target.Kind != ShapeKind.Any && (types & TypesOf(target.Kind)) == 0)
            return new Shape(ShapeKind.Any, Nullable: nullable);
        return target.Nullable == nullable ? target : target with { Nullable = nullable };
    }

    private static JsonTypes TypesOf(ShapeKind kind) => kind switch
    {
        ShapeKind.Record or ShapeKind.Union or ShapeKind.Map => JsonTypes.Object,
        ShapeKind.List or ShapeKind.Tuple => JsonTypes.Array,
        ShapeKind.Integer or ShapeKind.Number => JsonTypes.Integer | JsonTypes.Number,
        ShapeKind.Boolean => JsonTypes.Boolean,
        _ => JsonTypes.String,
    };

    private Shape ShapeOfLeaf(SchemaSyntax schema)
    {
        var nullable = LocalKinds.AcceptsNull(schema);
        var any = new Shape(ShapeKind.Any, Nullable: true);
        if (unions.FindType(schema) is { } union && declarations.Find(schema) is { } declared)
            return new Shape(ShapeKind.Union, Global(declared), null, nullable && union.AcceptsNull);
        if (openEnums.Find(schema) is not null && declarations.Find(schema) is { } open)
            return new Shape(ShapeKind.OpenEnum, Global(open), null, nullable && OpenEnumTable.HasNull(schema));
        return composition.KindOf(schema) switch
        {
            LocalKind.Record when declarations.Find(schema) is { } record => new Shape(ShapeKind.Record, Global(record), null, composition.AcceptsNull(schema)),
            LocalKind.Enum when declarations.Find(schema) is { } type => new Shape(ShapeKind.Enum, Global(type), null, nullable),
            LocalKind.Enum or LocalKind.String => new Shape(ShapeKind.String, Nullable: nullable),
            LocalKind.Tuple when _tuples.IsFinite(schema) => Tuple(schema, nullable),
            LocalKind.List or LocalKind.Tuple => new Shape(ShapeKind.List, null, any, nullable),
            LocalKind.Map => new Shape(ShapeKind.Map, null, any, nullable),
            LocalKind.Integer => new Shape(ShapeKind.Integer, Nullable: nullable),
            LocalKind.Number => new Shape(ShapeKind.Number, Nullable: nullable),
            LocalKind.Boolean => new Shape(ShapeKind.Boolean, Nullable: nullable),
            _ => new Shape(ShapeKind.Any, Nullable: nullable),
        };
    }

    /// <summary>The C# name of a declaration as emitted code spells it.</summary>
    public static string Global(Declaration declaration) => "global::" + declaration.FullName;

    private static SchemaSyntax? Child(SchemaSyntax schema, string keyword)
    {
        foreach (var child in schema.Children)
        {
            // An object that allows no members at all still is a map: an empty one.
            if (child.Keyword == keyword)
                return child.Json.Kind == JsonKind.False ? null : child;
        }

        return null;
    }

    // A finite tuple holds few others, and none of the schemas on the way to it.
    private Shape Tuple(SchemaSyntax schema, bool nullable)
    {
        var items = schema.Children.Where(static child => child.Keyword == "prefixItems").ToArray();
        var names = TupleNames.Of(items);
        return new Shape(ShapeKind.Tuple, Nullable: nullable)
        {
            Items = new EquatableArray<TupleItem>(items.Select((item, i) =>
            {
                var shape = ShapeOf(item);
                return new TupleItem(names?[i], Nesting(shape) >= MaxNesting ? new Shape(ShapeKind.Any, Nullable: shape.Nullable) : shape);
            })),
        };
    }

    private static int Nesting(Shape shape) => Math.Max(
        shape.Element is { } element ? 1 + Nesting(element) : 0,
        shape.Items.Count == 0 ? 0 : 1 + shape.Items.Max(static item => Nesting(item.Shape)));
}
