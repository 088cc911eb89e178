using System.Globalization;
using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Naming;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>
/// Decides which subschemas are declared and what they are called: file roots, definitions, targets of references, and objects with properties and string
/// enums where a value is read. Names depend on the place alone; two that meet are an error at the second in the order of paths and text.
/// </summary>
internal sealed class DeclarationTable(References references, Composition composition, UnionTable unions, OpenEnumTable openEnums, NullableTable nullables)
{
    private readonly Dictionary<SchemaSyntax, Declaration> _bySchema = [];

    // Files are named after types, and some file systems do not tell case apart.
    private readonly Dictionary<string, Declaration> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<LinkedFile, List<Declaration>> _byFile = [];

    /// <summary>The declaration of a subschema, or null.</summary>
    public Declaration? Find(SchemaSyntax schema) => _bySchema.TryGetValue(schema, out var declaration) ? declaration : null;

    /// <summary>The declaration of a full C# name, whatever its case, or null.</summary>
    public Declaration? FindName(string fullName) => _byName.TryGetValue(fullName, out var declaration) ? declaration : null;

    /// <summary>The declarations of a file in document order, the root first.</summary>
    public IReadOnlyList<Declaration> Of(LinkedFile file) => _byFile.TryGetValue(file, out var list) ? list : [];

    /// <summary>Declares what a file holds.</summary>
    public void Add(LinkedFile file)
    {
        _byFile.Add(file, []);
        var root = file.Document.Schema!;
        Visit(file, root, RootName(file, root), isValue: true);
    }

    /// <summary>Declares a variant, named after its original and what its scope binds.</summary>
    public void Add(Variant variant)
    {
        var name = Find(variant.Original)!.Name + "With" + string.Concat(variant.Bound.Select(bound => Find(bound)?.Name ?? "Other"));
        var free = name;
        // Two scopes may bind schemas of one name in different folders.
        for (var number = 2; _byName.ContainsKey(variant.File.Qualify(free)); number++)
            free = name + DiagnosticBag.Number(number);
        Visit(variant.File, variant.Schema, free, isValue: true);
    }

    /// <summary>Reports the types whose name is that of a namespace.</summary>
    public void CheckNamespaces(IReadOnlyDictionary<string, LinkedFile> namespaces)
    {
        foreach (var declaration in _bySchema.Values)
        {
            if (namespaces.TryGetValue(declaration.FullName, out var holder))
                declaration.File.Diagnostics.Add(SchemaRules.NamespaceTaken, PlaceOf(declaration.Schema), declaration.FullName, holder.Path);
        }
    }

    /// <summary>Whether a subschema has a declaration wherever it stands.</summary>
    public static bool IsDeclared(SchemaSyntax schema, References references) => schema.Parent is null || schema.Keyword == "$defs" || references.IsTarget(schema);

    /// <summary>The token that a report about a subschema's name points at.</summary>
    public static JsonSpan PlaceOf(SchemaSyntax schema)
    {
        if ((schema.Parent is null || schema.Keyword == "$defs") && TitleOf(schema) is { } title)
            return title.Span;
        if (schema.Keyword is "properties" or "$defs" && schema.Parent!.Json.Find(schema.Keyword)?.Value.Find(schema.Name!) is { } member)
            return member.NameSpan;
        return new JsonSpan(schema.Json.Span.Start, 1);
    }

    /// <summary>The title of a subschema when it is a name, else null: one that is prose names nothing.</summary>
    public static JsonNode? TitleOf(SchemaSyntax schema) =>
        schema.Json.Find("title") is { } title && Identifiers.IsPascal(title.Value.Text) ? title.Value : null;

    private static string RootName(LinkedFile file, SchemaSyntax root)
    {
        if (TitleOf(root) is { } title)
            return title.Text;

        var name = file.Path.Substring(file.Path.LastIndexOf('/') + 1);
        foreach (var extension in new[] { ".schema.json", ".json" })
        {
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                return Identifiers.Pascal(name.Substring(0, name.Length - extension.Length));
        }

        return Identifiers.Pascal(name);
    }

    // A part of a record that has no type of its own gives its properties to the whole.
    private void Visit(LinkedFile file, SchemaSyntax schema, string name, bool isValue, Declaration? whole = null)
    {
        var kind = composition.KindOf(schema);
        var isDeclared = IsDeclared(schema, references);
        isValue |= isDeclared;
        var union = isValue ? unions.FindType(schema) : null;
        var isOpenEnum = isValue && openEnums.Find(schema) is not null;
        var declaration = isDeclared || isOpenEnum || union is not null || (isValue && kind is LocalKind.Record or LocalKind.Enum) ? Declare(file, schema, name, kind) : null;

        var readsMembers = isValue && kind == LocalKind.Record;
        foreach (var child in schema.Children)
        {
            switch (child.Keyword)
            {
                case "$defs":
                    // Always with the holder's name: files of one folder often define the same word, and a name must not change when a file is added.
                    Visit(file, child, TitleOf(child)?.Text ?? name + Identifiers.Pascal(child.Name!), isValue: true);
                    break;
                case "properties":
                    if (whole?.FindComposed(child) is { } composed)
                        Visit(file, child, whole.Name + composed, isValue: true);
                    else
                        Visit(file, child, name + (readsMembers ? declaration!.Properties[child.Name!] : Identifiers.Pascal(child.Name!)), readsMembers);
                    break;
                case "allOf":
                    Visit(file, child, name + "AllOf" + child.Name, isValue: false, readsMembers ? declaration : declaration is null ? whole : null);
                    break;
                case "items":
                    Visit(file, child, name + "Item", isValue && kind == LocalKind.List && LocalKinds.HasLikeItems(schema));
                    break;
                case "prefixItems" when kind == LocalKind.Tuple:
                    Visit(file, child, name + (TitleOf(child)?.Text ?? "Item" + DiagnosticBag.Number(int.Parse(child.Name!, CultureInfo.InvariantCulture) + 1)), isValue);
                    break;
                case "additionalProperties":
                    Visit(file, child, name + ReservedNames.Suffix, isValue && kind is LocalKind.Record or LocalKind.Map && LocalKinds.HasLikeMembers(schema));
                    break;
                case "oneOf" or "anyOf" when union?.Keyword == child.Keyword:
                    var alternative = union.Alternatives[int.Parse(child.Name!, CultureInfo.InvariantCulture)];
                    Visit(file, child, TitleOf(child)?.Text ?? name + AlternativeName(alternative), isValue: !alternative.IsNull);
                    break;
                case "oneOf" or "anyOf" when nullables.Find(schema) == child:
                    // The type is that of the place, unless the place has one of its own.
                    Visit(file, child, declaration is null ? name : TitleOf(child)?.Text ?? name + ReservedNames.Suffix, isValue);
                    break;
                default:
                    Visit(file, child, name + Identifiers.Pascal(child.Keyword) + child.Name, isValue: false);
                    break;
            }
        }
    }

    private static string AlternativeName(UnionAlternative alternative)
    {
        // A name of more words is none.
        const int MostConstants = 3;
        if (alternative.IsNull)
            return Identifiers.Pascal("null");
        return alternative.Constants.Count <= MostConstants
            ? string.Join("Or", alternative.Constants.Select(static constant => Identifiers.Pascal(constant.Text)))
            : Identifiers.Pascal(alternative.Schema.Keyword) + alternative.Schema.Name;
    }

    private Declaration Declare(LinkedFile file, SchemaSyntax schema, string name, LocalKind kind)
    {
        var known = openEnums.Find(schema);
        if (ReservedNames.IsType(name) || (known is not null && ReservedNames.IsOpenEnumMember(name)))
            name += ReservedNames.Suffix;
        var declaration = new Declaration(file, schema, name);
        _bySchema.Add(schema, declaration);
        _byFile[file].Add(declaration);

        TakeName(declaration, declaration.FullName);
        if (kind == LocalKind.Record)
        {
            NameProperties(declaration);
        }
        else if (kind == LocalKind.Enum)
        {
            TakeName(declaration, declaration.FullName + ReservedNames.EnumCompanion);
            NameEnumMembers(declaration, schema.Json.Find("enum")!.Value.Items, Identifiers.Pascal);
        }
        else if (known is not null)
        {
            TakeName(declaration, declaration.FullName + ReservedNames.EnumCompanion);
            NameEnumMembers(declaration, known.Items, text => OpenEnumMember(name, text));
        }

        return declaration;
    }

    private void TakeName(Declaration declaration, string fullName)
    {
        if (!_byName.TryGetValue(fullName, out var holder))
            _byName.Add(fullName, declaration);
        else
            declaration.File.Diagnostics.Add(
                SchemaRules.TypeNameTaken, PlaceOf(declaration.Schema), fullName, holder.File.Path + holder.Schema.Pointer);
    }

    private void NameProperties(Declaration declaration)
    {
        var names = new MemberNames(declaration.Name);
        foreach (var member in declaration.Schema.Json.Find("properties")?.Value.Members ?? [])
        {
            if (!names.TryAdd(member.Name, out var identifier, out var holder))
                declaration.File.Diagnostics.Add(SchemaRules.MemberNameTaken, member.NameSpan, holder, member.Name, identifier);
            declaration.Properties[member.Name] = identifier;
        }

        // One whose name is taken stays among the additional members.
        foreach (var schemas in composition.PropertiesOf(declaration.Schema))
        {
            if (names.TryAdd(schemas[0].Name!, out var identifier, out _))
                declaration.AddComposed(schemas, identifier);
        }
    }

    // A value's name stands beside members of the type, which an enum's does not.
    private static string OpenEnumMember(string typeName, string text)
    {
        var identifier = Identifiers.Pascal(text);
        return ReservedNames.IsMember(identifier) || ReservedNames.IsOpenEnumMember(identifier) || identifier == typeName ? identifier + ReservedNames.Suffix : identifier;
    }

    private static void NameEnumMembers(Declaration declaration, IReadOnlyList<JsonNode> values, Func<string, string> nameOf)
    {
        var taken = new HashSet<string>(values.Where(static value => value.Kind == JsonKind.String).Select(value => nameOf(value.Text)), StringComparer.Ordinal);
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            var identifier = value.Kind == JsonKind.String ? nameOf(value.Text) : "";
            // Of two values that become one name, the later one in the list gets a number; its text stands in its documentation.
            for (var number = 2; identifier.Length > 0 && given.Contains(identifier); number++)
            {
                var numbered = nameOf(value.Text) + DiagnosticBag.Number(number);
                if (!taken.Contains(numbered))
                    identifier = numbered;
            }

            given.Add(identifier);
            declaration.EnumMembers.Add(identifier);
        }
    }
}
