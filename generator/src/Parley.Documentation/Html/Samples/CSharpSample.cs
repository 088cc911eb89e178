using Parley.Documentation.Model;
using Parley.Schema.Json;
using Parley.Schema.Model;

namespace Parley.Documentation.Html.Samples;

/// <summary>The same call with the emitted client. The example becomes an initializer of the emitted records.</summary>
internal sealed class CSharpSample(EmittedTypes types)
{
    private const int Width = 76;

    /// <summary>The call.</summary>
    public string Of(OperationDocumentation operation, JsonNode? example)
    {
        var arguments = SampleUrl.PathValues(operation).Select(CompactJson.Quote).ToList();
        if (types.InputOf(operation) is { } input)
            arguments.Add(Value(input.Shape, example ?? SelectorBody.Of(operation)));

        var call = $"var outcome = await client.{operation.Name}Async(";
        var separator = call.Length + arguments.Sum(argument => argument.Length + 2) > Width ? ",\n  " : ", ";
        var start = separator[1] == '\n' ? "\n  " : "";
        var headers = string.Concat(SampleHeaders.Of(operation).Select(static header => $"// The HttpClient sends {header.Name}: {header.Value}\n"));
        return $"{headers}var client = new {operation.Contract}Client(http);\n{call}{start}{string.Join(separator, arguments)});";
    }

    private string Value(Shape shape, JsonNode value) => shape.Kind switch
    {
        _ when value.Kind == JsonKind.Null => shape.Kind == ShapeKind.Any ? "JsonValue.Null" : "null",
        ShapeKind.Record => Record(shape.TypeName!, value),
        ShapeKind.Enum => Member(shape.TypeName!, value),
        ShapeKind.List => $"[{string.Join(", ", value.Items.Select(item => Value(shape.Element!, item)))}]",
        ShapeKind.Map => Map(shape.Element!, value.Members),
        ShapeKind.String => CompactJson.Quote(value.Text),
        ShapeKind.Boolean => value.Kind == JsonKind.True ? "true" : "false",
        ShapeKind.Integer when long.TryParse(value.Text, out _) => value.Text,
        ShapeKind.Number when long.TryParse(value.Text, out _) => value.Text,
        ShapeKind.Number or ShapeKind.Integer => $"JsonNumber.Parse(\"{value.Text}\")",
        _ => Any(value),
    };

    private string Record(string typeName, JsonNode value)
    {
        var schema = types.Find(typeName);
        var declared = schema.Properties.Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        var members = schema.Properties
            .Where(property => value.Find(property.Name) is not null && !IsConstant(property))
            .Select(property => $"{property.Identifier} = {Value(property.Schema.Shape, value.Find(property.Name)!.Value)}")
            .ToList();
        if (value.Members.Where(member => !declared.Contains(member.Name)).ToList() is { Count: > 0 } additional)
            members.Add($"AdditionalMembers = {Map(schema.AdditionalProperties?.Shape ?? new Shape(ShapeKind.Any), additional)}");

        var name = typeName[(typeName.LastIndexOf('.') + 1)..].Replace("global::", "", StringComparison.Ordinal);
        return members.Count == 0 ? $"new {name}()" : $"new {name} {{ {string.Join(", ", members)} }}";
    }

    // The emitted record gives such a property its value by itself.
    private static bool IsConstant(PropertyNode property) =>
        property.Required && property.Schema is { Const: not null, Declaration: null, Shape.Kind: ShapeKind.String or ShapeKind.Integer or ShapeKind.Number or ShapeKind.Boolean };

    private string Member(string typeName, JsonNode value)
    {
        var schema = types.Find(typeName);
        var index = schema.Enum!.Value.ToList().IndexOf(CompactJson.Write(value));
        return $"{typeName[(typeName.LastIndexOf('.') + 1)..]}.{schema.EnumMembers[index]}";
    }

    private string Map(Shape element, IEnumerable<JsonMember> members) =>
        $"[{string.Join(", ", members.Select(member => $"new({CompactJson.Quote(member.Name)}, {Value(element, member.Value)})"))}]";

    private static string Any(JsonNode value) => value.Kind switch
    {
        JsonKind.String => CompactJson.Quote(value.Text),
        JsonKind.True => "true",
        JsonKind.False => "false",
        JsonKind.Number when long.TryParse(value.Text, out _) => value.Text,
        // Compact JSON never has three quotes in a row.
        _ => $"JsonValue.Parse(\"\"\"{CompactJson.Write(value)}\"\"\")",
    };
}
