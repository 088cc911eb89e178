using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Types;

public sealed class TypeNameTests
{
    private static readonly string[] Names =
    [
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals", "EqualityContract", "PrintMembers", "Clone", "Deconstruct",
        "TryRead", "Validate", "Explain", "Read", "Check", "Evaluate", "Write", "WriteTo", "AdditionalMembers", "FromJson", "ToJson", "ToText", "Parse", "TryParse", "Create",
        "JsonConverter", "SchemaFile", "Match", "Switch", "Value", "Text", "Texts", "IsKnown", "Object", "String", "System", "Parley",
    ];

    [Theory]
    [InlineData("""{ "title": "{0}", "type": "object", "properties": { "a": { "type": "string" } } }""")]
    [InlineData("""{ "title": "{0}", "type": "object", "additionalProperties": false, "properties": { "a": { "type": "integer" } } }""")]
    [InlineData("""{ "title": "{0}", "type": "string", "enum": ["a", "b"] }""")]
    [InlineData("""{ "title": "{0}", "anyOf": [{ "type": "string", "enum": ["a", "b"] }, { "type": "string" }] }""")]
    [InlineData("""
        {
          "title": "{0}",
          "oneOf": [
            { "type": "object", "required": ["a"], "properties": { "a": { "const": "x" } } },
            { "type": "object", "required": ["a"], "properties": { "a": { "const": "y" } } }
          ]
        }
        """)]
    [InlineData("""{ "title": "{0}", "type": "array", "items": { "type": "string" } }""")]
    [InlineData("""{ "title": "{0}" }""")]
    public void Type_with_the_name_of_a_member_compiles(string schema)
    {
        var files = Names.Select(name => new InputFile($"{name}.schema.json", schema.Replace("{0}", name, StringComparison.Ordinal)));

        var types = GeneratorRun.Of([.. files]).Load().GetTypes();

        Assert.All(Names, name => Assert.Contains(types, type => type.Name == name || type.Name == name + "Value"));
    }
}
