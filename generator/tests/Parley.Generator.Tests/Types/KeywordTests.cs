using System.Reflection;
using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Types;

/// <summary>Each keyword accepts and refuses what it should, in all three ways of asking, and is named by its error.</summary>
public sealed class KeywordTests
{
    // Keyword, schema, accepted values, refused values.
    private static readonly (string Keyword, string Schema, string[] Accepted, string[] Refused)[] Table =
    [
        ("type", """{ "type": "string" }""", ["\"\""], ["1", "null", "[]", "{}", "true"]),
        ("type", """{ "type": "integer" }""", ["1", "1.0", "-0", "1e2"], ["1.5", "\"1\"", "9223372036854775808"]),
        ("type", """{ "type": "number" }""", ["1", "1.5", "1e400", "123456789012345678901234567890"], ["\"1\"", "null"]),
        ("type", """{ "type": ["integer", "string", "null"] }""", ["1", "\"a\"", "null", "12345678901234567890"], ["1.5", "[]", "true"]),
        ("type", """{ "type": ["array", "boolean"] }""", ["[1,[2]]", "false"], ["{}", "0"]),
        ("type", """{ "type": "array" }""", ["[]", "[1,[2]]"], ["{}"]),
        ("type", """{ "type": "object" }""", ["{}", "{\"a\":[1]}"], ["[]"]),
        ("const", """{ "const": "a" }""", ["\"a\"", "\"\\u0061\""], ["\"A\"", "1"]),
        ("const", """{ "const": 1 }""", ["1", "1.0"], ["2", "true"]),
        ("const", """{ "const": 1.5 }""", ["1.50", "15e-1"], ["1", "\"1.5\""]),
        ("const", """{ "const": { "a": [1, null] } }""", ["{ \"a\": [1.0, null] }"], ["{}", "{\"a\":[null,1]}"]),
        ("const", """{ "type": ["string", "null"], "const": null }""", ["null"], ["\"a\""]),
        ("enum", """{ "enum": ["red", "green", null] }""", ["\"red\"", "null"], ["\"blue\"", "1"]),
        ("enum", """{ "enum": [1, "a", [2], false] }""", ["1.0", "\"a\"", "[2]", "false"], ["2", "\"b\"", "[]", "true"]),
        ("minLength", """{ "type": "string", "minLength": 2 }""", ["\"ab\"", "\"😀😀\""], ["\"a\"", "\"😀\"", "\"\\ud83d\\ude00\""]),
        ("maxLength", """{ "maxLength": 2 }""", ["\"ab\"", "\"😀😀\"", "1", "[1,2,3]"], ["\"abc\""]),
        ("pattern", """{ "type": ["string", "null"], "pattern": "^[a-c]+$" }""", ["\"abc\"", "null"], ["\"abcd\"", "\"\"", "\"a\\n\""]),
        ("minimum", """{ "type": "integer", "minimum": 5 }""", ["5", "5.0"], ["4"]),
        ("minimum", """{ "minimum": 0.5 }""", ["0.5", "\"a\""], ["0.4999999999999999999999"]),
        ("maximum", """{ "type": ["number", "null"], "maximum": 5 }""", ["5", "null"], ["5.0000000000000000001", "1e400"]),
        ("exclusiveMinimum", """{ "type": ["integer", "null"], "exclusiveMinimum": 5 }""", ["6", "null"], ["5"]),
        ("exclusiveMaximum", """{ "type": "number", "exclusiveMaximum": 1e400 }""", ["1e399"], ["1e400", "1e401"]),
        ("multipleOf", """{ "type": "number", "multipleOf": 0.01 }""", ["4.35", "1e400"], ["4.355"]),
        ("multipleOf", """{ "type": "integer", "multipleOf": 3 }""", ["-3", "0"], ["4"]),
        ("minItems", """{ "type": "array", "minItems": 2, "items": { "type": "integer" } }""", ["[1,2]"], ["[1]", "[]"]),
        ("maxItems", """{ "type": ["array", "null"], "maxItems": 1 }""", ["[{}]", "null"], ["[1,2]"]),
        ("uniqueItems", """{ "type": "array", "uniqueItems": true }""", ["[1,2]", "[1,true]"], ["[1,1.0]", "[{\"a\":1,\"b\":2},{\"b\":2,\"a\":1}]"]),
        ("type", """{ "type": "array", "items": { "type": ["string", "null"] } }""", ["[\"a\",null]"], ["[1]"]),
        ("false", """{ "type": "array", "items": false }""", ["[]"], ["[1]"]),
        ("required", """{ "type": "object", "required": ["a", "b"] }""", ["{\"a\":1,\"b\":null}"], ["{\"a\":1}"]),
        ("required", """{ "type": "object", "properties": { "a": true }, "required": ["a", "z"] }""", ["{\"a\":1,\"z\":2}"], ["{\"a\":1}"]),
        ("additionalProperties", """{ "type": "object", "properties": { "a": true }, "additionalProperties": false }""", ["{}", "{\"a\":1}"], ["{\"b\":1}"]),
        ("minLength", """{ "type": "object", "properties": { "a": true }, "additionalProperties": { "type": "string", "minLength": 1 } }""", ["{\"b\":\"x\"}"], ["{\"b\":\"\"}"]),
        ("maximum", """{ "type": "object", "additionalProperties": { "type": "integer", "maximum": 5 } }""", ["{\"a\":1,\"b\":5}"], ["{\"a\":6}"]),
        ("false", """{ "properties": { "a": false } }""", ["{}", "1"], ["{\"a\":1}"]),
        ("false", """{ "type": "object", "properties": { "a": false } }""", ["{}"], ["{\"a\":1}"]),
        ("propertyNames", """{ "type": "object", "propertyNames": { "pattern": "^a" } }""", ["{\"ab\":1}", "{\"\\u0061\":1}"], ["{\"b\":1}"]),
        ("propertyNames", """{ "type": "object", "properties": { "abc": true }, "propertyNames": { "maxLength": 3 } }""", ["{\"abc\":1,\"x\":1}"], ["{\"abcd\":1}"]),
        ("minProperties", """{ "type": "object", "minProperties": 1, "properties": { "a": true } }""", ["{\"a\":1}", "{\"b\":1}"], ["{}"]),
        ("maxProperties", """{ "type": "object", "maxProperties": 1 }""", ["{}", "{\"a\":1}"], ["{\"a\":1,\"b\":1}"]),
        ("dependentRequired", """{ "type": "object", "properties": { "a": true }, "dependentRequired": { "a": ["b", "c"] } }""", ["{}", "{\"b\":1}", "{\"a\":1,\"b\":1,\"c\":1}"], ["{\"a\":1,\"b\":1}"]),
        ("minimum", """{ "allOf": [{ "minimum": 1 }, true, { "maximum": 3 }] }""", ["2", "\"a\""], ["0"]),
        ("anyOf", """{ "anyOf": [{ "type": "string" }, { "minimum": 5 }, false] }""", ["\"a\"", "6", "null"], ["4"]),
        ("oneOf", """{ "oneOf": [{ "multipleOf": 2 }, { "multipleOf": 3 }] }""", ["2", "3"], ["6", "5"]),
        ("oneOf", """{ "type": "object", "oneOf": [{ "required": ["a"] }, { "required": ["b"] }], "properties": { "a": { "type": "string" } } }""", ["{\"a\":\"x\"}", "{\"b\":1}"], ["{}", "{\"a\":\"x\",\"b\":1}"]),
        ("not", """{ "type": "string", "not": { "const": "x" } }""", ["\"y\""], ["\"x\""]),
        ("maxLength", """{ "if": { "type": "string" }, "then": { "maxLength": 1 }, "else": { "type": "null" } }""", ["\"a\"", "null"], ["\"ab\""]),
        ("required", """{ "type": "object", "properties": { "k": { "type": "string" }, "v": { "type": "integer" } }, "if": { "properties": { "k": { "const": "n" } }, "required": ["k"] }, "then": { "required": ["v"] } }""", ["{}", "{\"k\":\"n\",\"v\":1}"], ["{\"k\":\"n\"}"]),
        ("maxLength", """{ "$ref": "#/$defs/s", "maxLength": 2, "$defs": { "s": { "type": "string", "minLength": 1 } } }""", ["\"ab\""], ["\"abc\""]),
        ("maxItems", """{ "$ref": "#/$defs/l", "maxItems": 1, "$defs": { "l": { "type": "array", "items": { "type": "array", "items": { "type": "integer" } } } } }""", ["[[1,2]]"], ["[[1],[2]]"]),
        ("duplicate", """{ "type": "object", "properties": { "a": true } }""", ["{\"a\":1,\"b\":2}"], ["{\"a\":1,\"a\":2}", "{\"b\":1,\"\\u0062\":2}"]),
        ("duplicate", """{ "type": "object", "additionalProperties": { "type": "integer" } }""", ["{\"a\":1,\"b\":1}"], ["{\"a\":1,\"a\":1}"]),
    ];

    private static readonly Lazy<Assembly> Emitted = new(static () =>
        GeneratorRun.Of([.. Table.Select(static (row, i) => new InputFile($"case{i}.schema.json", row.Schema))]).Load());

    public static TheoryData<int, string> Rows => [.. Table.Select(static (row, i) => (i, row.Schema))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_keyword_accepts_and_refuses(int row, string schema)
    {
        var type = LiveType.Of(Emitted.Value, $"Case{row}");
        Assert.NotEmpty(schema);

        foreach (var value in Table[row].Accepted)
            type.Accepts(value);
        foreach (var value in Table[row].Refused)
            type.Refuses(value);
        Assert.Contains(type.Refuses(Table[row].Refused[0]), error => error.Keyword == Table[row].Keyword);
    }
}
