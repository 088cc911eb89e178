namespace Parley.Schema.Model;

/// <summary>One subschema with every keyword that it holds. Absent keywords are null or empty; numbers keep their source text.</summary>
public sealed record SchemaNode
{
    /// <summary>JSON pointer in the file as a fragment, such as <c>#/properties/id</c>.</summary>
    public required string Pointer { get; init; }

    /// <summary>What a valid value is in C#.</summary>
    public required Shape Shape { get; init; }

    /// <summary><c>true</c> or <c>false</c> for a boolean schema; otherwise null.</summary>
    public bool? Boolean { get; init; }

    /// <summary>The <c>$ref</c> target.</summary>
    public TypeReference? Ref { get; init; }

    /// <summary>The <c>$dynamicRef</c> target, in the dynamic scope of this place.</summary>
    public TypeReference? DynamicRef { get; init; }

    /// <summary>
    /// Set when this subschema has a declaration of its own in <see cref="SchemaModel.Types"/> although no reference leads to it (an inline object or enum):
    /// the place that holds it calls that declaration instead of repeating its checks.
    /// </summary>
    public TypeReference? Declaration { get; init; }

    /// <summary>Allowed JSON types; <see cref="JsonTypes.None"/> when <c>type</c> is absent.</summary>
    public JsonTypes Types { get; init; }

    /// <summary><c>const</c> as compact JSON text.</summary>
    public string? Const { get; init; }

    /// <summary><c>enum</c>, each value as compact JSON text; null when absent.</summary>
    public EquatableArray<string>? Enum { get; init; }

    /// <summary>For an enum that may grow: the texts that are known.</summary>
    public EquatableArray<string> KnownTexts { get; init; }

    /// <summary>For a string enum: the C# member of each value of <see cref="Enum"/> or <see cref="KnownTexts"/>, in the same order.</summary>
    public EquatableArray<string> EnumMembers { get; init; }

    /// <summary><c>minLength</c>.</summary>
    public long? MinLength { get; init; }

    /// <summary><c>maxLength</c>.</summary>
    public long? MaxLength { get; init; }

    /// <summary><c>pattern</c>, an ECMA-262 expression.</summary>
    public string? Pattern { get; init; }

    /// <summary><c>format</c>, whether or not it is asserted.</summary>
    public string? Format { get; init; }

    /// <summary><c>format</c> where strings must have it: the project asserts formats, and draft 2020-12 defines this one.</summary>
    public string? AssertedFormat { get; init; }

    /// <summary><c>minimum</c> as in the source.</summary>
    public string? Minimum { get; init; }

    /// <summary><c>maximum</c> as in the source.</summary>
    public string? Maximum { get; init; }

    /// <summary><c>exclusiveMinimum</c> as in the source.</summary>
    public string? ExclusiveMinimum { get; init; }

    /// <summary><c>exclusiveMaximum</c> as in the source.</summary>
    public string? ExclusiveMaximum { get; init; }

    /// <summary><c>multipleOf</c> as in the source.</summary>
    public string? MultipleOf { get; init; }

    /// <summary><c>items</c>.</summary>
    public SchemaNode? Items { get; init; }

    /// <summary><c>prefixItems</c>.</summary>
    public EquatableArray<SchemaNode> PrefixItems { get; init; }

    /// <summary><c>contains</c>.</summary>
    public SchemaNode? Contains { get; init; }

    /// <summary><c>minContains</c>; 1 when absent beside <c>contains</c>.</summary>
    public long? MinContains { get; init; }

    /// <summary><c>maxContains</c>.</summary>
    public long? MaxContains { get; init; }

    /// <summary><c>unevaluatedItems</c>; null when absent, or when other keywords evaluate every item.</summary>
    public SchemaNode? UnevaluatedItems { get; init; }

    /// <summary>Beside <see cref="UnevaluatedItems"/>: the number of items from the first on that are evaluated; null when only the array tells.</summary>
    public int? EvaluatedItems { get; init; }

    /// <summary><c>minItems</c>.</summary>
    public long? MinItems { get; init; }

    /// <summary><c>maxItems</c>.</summary>
    public long? MaxItems { get; init; }

    /// <summary><c>uniqueItems</c>.</summary>
    public bool UniqueItems { get; init; }

    /// <summary><c>properties</c>, in document order.</summary>
    public EquatableArray<PropertyNode> Properties { get; init; }

    /// <summary>
    /// For a record: properties that only the schemas which it is composed of declare. Their subschemas say what the values are in C# and for readers;
    /// they are checked where they are declared, and a pointer into another file starts with its path.
    /// </summary>
    public EquatableArray<PropertyNode> ComposedProperties { get; init; }

    /// <summary><c>required</c>.</summary>
    public EquatableArray<string> Required { get; init; }

    /// <summary><c>patternProperties</c>, in document order; the names are ECMA-262 expressions.</summary>
    public EquatableArray<NamedNode> PatternProperties { get; init; }

    /// <summary><c>additionalProperties</c>; null when absent (open).</summary>
    public SchemaNode? AdditionalProperties { get; init; }

    /// <summary><c>unevaluatedProperties</c>; null when absent, or when other keywords evaluate every member.</summary>
    public SchemaNode? UnevaluatedProperties { get; init; }

    /// <summary>Beside <see cref="UnevaluatedProperties"/>: the members that are evaluated beside those of this node; null when only the object tells.</summary>
    public EvaluatedMembers? EvaluatedMembers { get; init; }

    /// <summary><c>propertyNames</c>.</summary>
    public SchemaNode? PropertyNames { get; init; }

    /// <summary><c>minProperties</c>.</summary>
    public long? MinProperties { get; init; }

    /// <summary><c>maxProperties</c>.</summary>
    public long? MaxProperties { get; init; }

    /// <summary><c>dependentRequired</c>.</summary>
    public EquatableArray<DependentRequired> DependentRequired { get; init; }

    /// <summary><c>dependentSchemas</c>, in document order; the names are members' names.</summary>
    public EquatableArray<NamedNode> DependentSchemas { get; init; }

    /// <summary><c>allOf</c>.</summary>
    public EquatableArray<SchemaNode> AllOf { get; init; }

    /// <summary><c>anyOf</c>.</summary>
    public EquatableArray<SchemaNode> AnyOf { get; init; }

    /// <summary><c>oneOf</c>.</summary>
    public EquatableArray<SchemaNode> OneOf { get; init; }

    /// <summary>Set when <see cref="OneOf"/> or <see cref="AnyOf"/> are alternatives that a member's constants tell apart.</summary>
    public UnionNode? Union { get; init; }

    /// <summary>Set when <see cref="AnyOf"/> or <see cref="OneOf"/> says no more than that a value is of one subschema or null: which of the two alternatives is not null, 0 or 1.</summary>
    public int? OneBesideNull { get; init; }

    /// <summary>The alternative at <see cref="OneBesideNull"/>.</summary>
    public SchemaNode? NullOr => OneBesideNull is { } index ? (AnyOf.Count > 0 ? AnyOf : OneOf)[index] : null;

    /// <summary><c>not</c>.</summary>
    public SchemaNode? Not { get; init; }

    /// <summary><c>if</c>.</summary>
    public SchemaNode? If { get; init; }

    /// <summary><c>then</c>.</summary>
    public SchemaNode? Then { get; init; }

    /// <summary><c>else</c>.</summary>
    public SchemaNode? Else { get; init; }

    /// <summary><c>title</c>.</summary>
    public string? Title { get; init; }

    /// <summary><c>description</c>.</summary>
    public string? Description { get; init; }

    /// <summary><c>deprecated</c>.</summary>
    public bool Deprecated { get; init; }
}

/// <summary>One entry of <c>properties</c>.</summary>
/// <param name="Name">Name on the wire.</param>
/// <param name="Identifier">Allocated C# property name.</param>
/// <param name="Schema">Its subschema.</param>
/// <param name="Required">Whether <c>required</c> lists it, here or in a schema that the record is composed of.</param>
public sealed record PropertyNode(string Name, string Identifier, SchemaNode Schema, bool Required);

/// <summary>One entry of a keyword that holds subschemas by name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Schema">The subschema.</param>
public sealed record NamedNode(string Name, SchemaNode Schema);

/// <summary>What tells the alternatives of a union apart.</summary>
/// <param name="Keyword"><c>oneOf</c> or <c>anyOf</c>: where the alternatives are.</param>
/// <param name="Property">The member that each of them requires.</param>
/// <param name="Branches">The alternatives, in document order.</param>
public sealed record UnionNode(string Keyword, string Property, EquatableArray<UnionBranch> Branches);

/// <summary>What one alternative of a union has for itself.</summary>
/// <param name="Constants">The member's constants as compact JSON; none for the alternative that is null and nothing else.</param>
/// <param name="AcceptsNull">Whether null is among its values.</param>
/// <param name="TypesWithin">For an alternative that is a union itself: the types of its alternatives and of theirs, with <c>global::</c>.</param>
public sealed record UnionBranch(EquatableArray<string> Constants, bool AcceptsNull, EquatableArray<string> TypesWithin);

/// <summary>Members that other subschemas evaluate, whatever the object.</summary>
/// <param name="Names">Their names.</param>
/// <param name="Patterns">ECMA-262 expressions that their names match.</param>
/// <param name="All">Whether it is every member.</param>
public sealed record EvaluatedMembers(EquatableArray<string> Names, EquatableArray<string> Patterns, bool All);

/// <summary>One entry of <c>dependentRequired</c>.</summary>
/// <param name="Name">The member whose presence asks for the others.</param>
/// <param name="Required">The others.</param>
public sealed record DependentRequired(string Name, EquatableArray<string> Required);
