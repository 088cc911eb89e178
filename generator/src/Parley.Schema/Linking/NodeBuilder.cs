using System.Globalization;
using Parley.Schema.Json;
using Parley.Schema.Model;
using Parley.Schema.Naming;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>Makes the nodes that emitters work on. Each subschema's node is made once, however many declarations hold it.</summary>
internal sealed class NodeBuilder(References references, Composition composition, DeclarationTable declarations, ShapeTable shapes, UnionTable unions, OpenEnumTable openEnums, NullableTable nullables, EvaluationTable evaluations, bool assertsFormats)
{
    private readonly Dictionary<SchemaSyntax, SchemaNode> _nodes = [];

    /// <summary>The node of a declaration.</summary>
    public SchemaNode Build(SchemaSyntax schema)
    {
        if (_nodes.TryGetValue(schema, out var node))
            return node;
        node = schema.Json.Kind == JsonKind.Object ? BuildObject(schema) : BuildBoolean(schema);
        _nodes.Add(schema, node);
        return node;
    }

    /// <summary>A reference to a declaration.</summary>
    public TypeReference Reference(Declaration target) =>
        new(ShapeTable.Global(target), shapes.ShapeOf(target.Schema), target.File.Path, target.Schema.Pointer);

    // The node as its parent holds it: with a declaration of its own, it is called there and not repeated.
    private SchemaNode BuildHeld(SchemaSyntax schema)
    {
        var node = Build(schema);
        return declarations.Find(schema) is { } declaration ? node with { Declaration = Reference(declaration) } : node;
    }

    private SchemaNode BuildBoolean(SchemaSyntax schema) =>
        new() { Pointer = schema.Pointer, Shape = shapes.ShapeOf(schema), Boolean = schema.Json.Kind == JsonKind.True };

    private SchemaNode BuildObject(SchemaSyntax schema)
    {
        var json = schema.Json;
        var children = new ChildNodes();
        foreach (var child in schema.Children)
        {
            if (child.Keyword != "$defs" && child.Keyword != "properties")
                children.Add(child.Keyword, child.Name, BuildHeld(child));
        }

        return new SchemaNode
        {
            Pointer = schema.Pointer,
            Shape = shapes.ShapeOf(schema),
            Ref = references.TargetOf(schema) is { } target ? Reference(declarations.Find(target)!) : null,
            DynamicRef = references.DynamicTargetOf(schema) is { } dynamicTarget ? Reference(declarations.Find(dynamicTarget)!) : null,
            Types = schema.Types,
            Const = KeywordValues.Json(json, "const"),
            Enum = KeywordValues.JsonList(json, "enum"),
            KnownTexts = shapes.ShapeOf(schema).Kind == ShapeKind.OpenEnum && openEnums.Find(schema) is { } known ? new EquatableArray<string>(known.Items.Select(static value => value.Text)) : default,
            EnumMembers = new EquatableArray<string>(EnumMembers(schema)),
            MinLength = KeywordValues.Count(json, "minLength"),
            MaxLength = KeywordValues.Count(json, "maxLength"),
            Pattern = KeywordValues.Text(json, "pattern"),
            Format = KeywordValues.Text(json, "format"),
            AssertedFormat = AssertedFormat(schema),
            Minimum = KeywordValues.Text(json, "minimum"),
            Maximum = KeywordValues.Text(json, "maximum"),
            ExclusiveMinimum = KeywordValues.Text(json, "exclusiveMinimum"),
            ExclusiveMaximum = KeywordValues.Text(json, "exclusiveMaximum"),
            MultipleOf = KeywordValues.Text(json, "multipleOf"),
            Items = children.One("items"),
            PrefixItems = children.All("prefixItems"),
            Contains = children.One("contains"),
            MinContains = KeywordValues.Count(json, "minContains"),
            MaxContains = KeywordValues.Count(json, "maxContains"),
            UnevaluatedItems = children.One("unevaluatedItems"),
            EvaluatedItems = evaluations.ItemsOf(schema),
            MinItems = KeywordValues.Count(json, "minItems"),
            MaxItems = KeywordValues.Count(json, "maxItems"),
            UniqueItems = KeywordValues.IsTrue(json, "uniqueItems"),
            Properties = new EquatableArray<PropertyNode>(Properties(schema)),
            ComposedProperties = new EquatableArray<PropertyNode>(ComposedProperties(schema)),
            Required = KeywordValues.Names(json, "required"),
            PatternProperties = children.Named("patternProperties"),
            AdditionalProperties = children.One("additionalProperties"),
            UnevaluatedProperties = children.One("unevaluatedProperties"),
            EvaluatedMembers = evaluations.MembersOf(schema),
            PropertyNames = children.One("propertyNames"),
            MinProperties = KeywordValues.Count(json, "minProperties"),
            MaxProperties = KeywordValues.Count(json, "maxProperties"),
            DependentRequired = KeywordValues.DependentRequired(json),
            DependentSchemas = children.Named("dependentSchemas"),
            AllOf = children.All("allOf"),
            AnyOf = children.All("anyOf"),
            OneOf = children.All("oneOf"),
            Union = Union(schema),
            OneBesideNull = nullables.Find(schema) is { } one ? int.Parse(one.Name!, CultureInfo.InvariantCulture) : null,
            Not = children.One("not"),
            If = children.One("if"),
            Then = children.One("then"),
            Else = children.One("else"),
            Title = KeywordValues.Text(json, "title"),
            Description = KeywordValues.Text(json, "description"),
            Deprecated = KeywordValues.IsTrue(json, "deprecated"),
        };
    }

    private UnionNode? Union(SchemaSyntax schema) =>
        unions.Find(schema) is { } union ? new UnionNode(union.Keyword, union.Property, new EquatableArray<UnionBranch>(union.Alternatives.Select(Branch))) : null;

    private UnionBranch Branch(UnionAlternative alternative) => new(
        new EquatableArray<string>(alternative.Constants.Select(CompactJson.Write)), alternative.AcceptsNull, new EquatableArray<string>(TypesWithin(alternative)));

    // None where nothing is made of the value: the alternatives are no types there.
    private IEnumerable<string> TypesWithin(UnionAlternative alternative) => (alternative.Union?.Alternatives ?? [])
        .Where(static inner => !inner.IsNull)
        .SelectMany(inner => TypesWithin(inner).Prepend(shapes.ShapeOf(inner.Schema).TypeName!))
        .Where(static name => name is not null);

    private string? AssertedFormat(SchemaSyntax schema) =>
        StringFormats.IsAsserted(schema, assertsFormats) && KeywordValues.Text(schema.Json, "format") is { } format && StringFormats.IsDefined(format) ? format : null;

    private IEnumerable<string> EnumMembers(SchemaSyntax schema) =>
        shapes.ShapeOf(schema).Kind is ShapeKind.Enum or ShapeKind.OpenEnum && declarations.Find(schema) is { } declaration ? declaration.EnumMembers : [];

    private List<PropertyNode> Properties(SchemaSyntax schema)
    {
        var properties = new List<PropertyNode>();
        if (!schema.HasProperties)
            return properties;

        var required = Required(schema);
        var names = declarations.Find(schema)?.Properties;
        foreach (var child in schema.Children)
        {
            if (child.Keyword != "properties")
                continue;
            var identifier = names is not null && names.TryGetValue(child.Name!, out var allocated) ? allocated : Identifiers.Pascal(child.Name!);
            properties.Add(new PropertyNode(child.Name!, identifier, BuildHeld(child), required.Contains(child.Name!)));
        }

        return properties;
    }

    // What a property is in C# and says to readers, and nothing that could re-emit this file when a rule of the part changes.
    private IEnumerable<PropertyNode> ComposedProperties(SchemaSyntax schema)
    {
        if (declarations.Find(schema) is not { Composed.Count: > 0 } declaration)
            return [];

        var required = Required(schema);
        var own = FileOf(schema);
        return declaration.Composed.Select(composed =>
        {
            var first = composed.Schemas[0];
            return new PropertyNode(
                first.Name!,
                composed.Identifier,
                new SchemaNode
                {
                    Pointer = (FileOf(first) is var file && file == own ? "" : file.Path) + first.Pointer,
                    Shape = CommonShape(composed.Schemas),
                    Const = composed.Schemas.Select(static declared => KeywordValues.Json(declared.Json, "const")).FirstOrDefault(static constant => constant is not null),
                    Title = KeywordValues.Text(first.Json, "title"),
                    Description = KeywordValues.Text(first.Json, "description"),
                    Deprecated = KeywordValues.IsTrue(first.Json, "deprecated"),
                },
                required.Contains(first.Name!));
        });
    }

    // A value that several subschemas describe is valid by all. Those that say something must say the same.
    private Shape CommonShape(IReadOnlyList<SchemaSyntax> schemas)
    {
        var all = schemas.Select(shapes.ShapeOf).ToArray();
        var nullable = all.All(static shape => shape.Nullable);
        var told = all.Where(static shape => shape.Kind != ShapeKind.Any).Select(shape => shape with { Nullable = nullable }).Distinct().ToArray();
        return told.Length == 1 ? told[0] : new Shape(ShapeKind.Any, Nullable: nullable);
    }

    // The root of a file has a declaration, and so has that of a variant.
    private LinkedFile FileOf(SchemaSyntax schema)
    {
        while (schema.Parent is { } parent)
            schema = parent;
        return declarations.Find(schema)!.File;
    }

    private HashSet<string> Required(SchemaSyntax schema) => composition.KindOf(schema) == LocalKind.Record
        ? composition.RequiredOf(schema)
        : new HashSet<string>(KeywordValues.Names(schema.Json, "required"), StringComparer.Ordinal);
}
