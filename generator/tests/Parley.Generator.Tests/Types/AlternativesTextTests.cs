using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Types;

/// <summary>What an applicator says when it is broken.</summary>
public sealed class AlternativesTextTests
{
    [Theory]
    [InlineData("""{ "oneOf": [{ "required": ["a"] }, { "type": "object", "required": ["b", "c"] }] }""", "{}", "must have exactly one of \"a\", \"b\" with \"c\"")]
    [InlineData("""{ "anyOf": [{ "required": ["a"] }, { "required": ["b"] }] }""", "{}", "must have at least one of \"a\", \"b\"")]
    [InlineData("""{ "anyOf": [{ "required": ["a"] }, { "type": "string" }] }""", "{}", "must match at least one of the 2 alternatives")]
    [InlineData("""{ "not": { "required": ["a"] } }""", "{\"a\":1}", "must not have \"a\"")]
    [InlineData("""{ "not": { "required": ["a", "b"] } }""", "{\"a\":1,\"b\":1}", "must not have \"a\" with \"b\"")]
    [InlineData("""{ "not": { "const": "x" } }""", "\"x\"", "must not be \"x\"")]
    [InlineData("""{ "not": { "type": ["string", "null"] } }""", "null", "must not be null or a string")]
    [InlineData("""{ "not": { "type": "string", "pattern": "^x" } }""", "\"xy\"", "must not match the pattern ^x")]
    [InlineData("""{ "not": { "type": "string", "minLength": 2 } }""", "\"xy\"", "must not match what the schema refuses")]
    public void An_applicator_names_what_it_asks_for(string schema, string json, string message) =>
        Assert.Equal(message, Assert.Single(LiveType.Of("Case", new InputFile("case.schema.json", schema)).Refuses(json)).Message);
}
