namespace Parley.Schema.Tests.Reading;

public sealed class KeywordReadingTests
{
    [Theory]
    [InlineData("""{"type":1}""", 9)]
    [InlineData("""{"type":["string",1]}""", 19)]
    [InlineData("""{"enum":"a"}""", 9)]
    [InlineData("""{"minLength":-1}""", 14)]
    [InlineData("""{"maxLength":1.5}""", 14)]
    [InlineData("""{"minItems":"1"}""", 13)]
    [InlineData("""{"maxItems":1e30}""", 13)]
    [InlineData("""{"minProperties":true}""", 18)]
    [InlineData("""{"maxProperties":null}""", 18)]
    [InlineData("""{"minimum":"0"}""", 12)]
    [InlineData("""{"maximum":{}}""", 12)]
    [InlineData("""{"exclusiveMinimum":true}""", 21)]
    [InlineData("""{"exclusiveMaximum":[]}""", 21)]
    [InlineData("""{"multipleOf":"2"}""", 15)]
    [InlineData("""{"pattern":1}""", 12)]
    [InlineData("""{"required":"a"}""", 13)]
    [InlineData("""{"required":[1]}""", 14)]
    [InlineData("""{"dependentRequired":[]}""", 22)]
    [InlineData("""{"dependentRequired":{"a":"b"}}""", 27)]
    [InlineData("""{"uniqueItems":"yes"}""", 16)]
    [InlineData("""{"properties":[]}""", 15)]
    [InlineData("""{"$defs":true}""", 10)]
    [InlineData("""{"allOf":{}}""", 10)]
    [InlineData("""{"patternProperties":[]}""", 22)]
    [InlineData("""{"dependentSchemas":1}""", 21)]
    [InlineData("""{"prefixItems":true}""", 16)]
    [InlineData("""{"minContains":-1}""", 16)]
    [InlineData("""{"maxContains":"1"}""", 16)]
    [InlineData("""{"contentEncoding":1}""", 20)]
    [InlineData("""{"contentMediaType":{}}""", 21)]
    [InlineData("""{"$ref":1}""", 9)]
    [InlineData("""{"$anchor":1}""", 12)]
    [InlineData("""{"$anchor":"1a"}""", 12)]
    [InlineData("""{"$anchor":""}""", 12)]
    [InlineData("""{"$id":1}""", 8)]
    [InlineData("""{"$schema":1}""", 12)]
    [InlineData("""{"title":1}""", 10)]
    [InlineData("""{"description":["a"]}""", 16)]
    [InlineData("""{"deprecated":"no"}""", 15)]
    [InlineData("""{"examples":{}}""", 13)]
    [InlineData("""{"format":1}""", 11)]
    public void Value_of_the_wrong_kind_is_reported_at_the_value(string text, int column) =>
        Load.Expect(Load.Files(("a.schema.json", text)), $"a.schema.json(1,{column}) PAR1004");

    [Theory]
    [InlineData("items")]
    [InlineData("contains")]
    [InlineData("contentSchema")]
    [InlineData("additionalProperties")]
    [InlineData("propertyNames")]
    [InlineData("not")]
    [InlineData("if")]
    [InlineData("then")]
    [InlineData("else")]
    [InlineData("unevaluatedItems")]
    [InlineData("unevaluatedProperties")]
    public void Keyword_that_holds_a_schema_refuses_anything_else(string keyword) =>
        Load.Expect(Load.Files(("a.schema.json", $$"""{"{{keyword}}":1}""")), $"a.schema.json(1,{keyword.Length + 5}) PAR1002");

    [Theory]
    [InlineData("dependencies")]
    [InlineData("definitions")]
    [InlineData("additionalItems")]
    [InlineData("$recursiveRef")]
    [InlineData("$recursiveAnchor")]
    [InlineData("Type")]
    [InlineData("")]
    public void Keyword_that_is_not_checked_is_an_error_wherever_it_stands(string keyword)
    {
        Load.Expect(Load.Files(("a.schema.json", $$"""{"{{keyword}}":true}""")), "a.schema.json(1,2) PAR1001");
        Load.Expect(Load.Files(("a.schema.json", $$"""{"not":{"{{keyword}}":true} }""")), "a.schema.json(1,9) PAR1001");
    }

    [Theory]
    [InlineData("requierd", "write 'required' if that is meant, ")]
    [InlineData("maxlength", "write 'maxLength' if that is meant, ")]
    [InlineData("minLenght", "write 'minLength' if that is meant, ")]
    [InlineData("TYPE", "write 'type' if that is meant, ")]
    [InlineData("id", "write '$id' if that is meant, ")]
    [InlineData("max", "")]
    [InlineData("foo", "")]
    [InlineData("definitions", "")]
    public void Keyword_that_is_misspelt_gets_the_one_that_may_be_meant(string keyword, string hint) =>
        Assert.Contains(
            $"is not accepted; {hint}remove it",
            Assert.Single(Load.Files(("a.schema.json", $$"""{"{{keyword}}":true}""")).Diagnostics).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Anchor_is_used_once_in_a_resource()
    {
        Load.Expect(Load.Files(("a.schema.json", """{"$anchor":"x","not":{"$anchor":"x"} }""")), "a.schema.json(1,33) PAR1013");
        Load.Expect(Load.Files(("a.schema.json", """{"$anchor":"x","not":{"$dynamicAnchor":"x"} }""")), "a.schema.json(1,40) PAR1013");
        Load.Schema("""{"$anchor":"x","$dynamicAnchor":"x","not":{"$id":"https://example.org/y","$anchor":"x"} }""");
    }

    [Fact]
    public void Expression_of_patternProperties_is_checked_at_its_place() =>
        Load.Expect(Load.Files(("a.schema.json", """{"patternProperties":{"^a":true,"(":true} }""")), "a.schema.json(1,33) PAR1007");

    [Fact]
    public void Notes_and_annotations_are_accepted() =>
        Load.Schema("""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://example.org/a", "$comment": "c", "title": "t", "description": "d",
              "default": [{}], "examples": [1], "deprecated": true, "readOnly": true, "writeOnly": false, "format": "date-time", "contentEncoding": "base64", "contentMediaType": "text/plain", "contentSchema": true, "x-anything": { "type": 1 }
            }
            """);

    [Fact]
    public void Names_in_properties_and_definitions_are_no_keywords() =>
        Load.Schema("""{ "type": "object", "properties": { "minLength": true, "$ref": { "type": "string" } }, "$defs": { "contains": true } }""");

    [Fact]
    public void All_faults_of_a_file_are_reported_in_the_order_of_the_text() =>
        Load.Expect(
            Load.Files(("a.schema.json", """
                {
                  "type": "text",
                  "properties": { "a": 1, "b": { "minLength": "x" } },
                  "additionalItems": {}
                }
                """)),
            "a.schema.json(2,11) PAR1005",
            "a.schema.json(3,24) PAR1002",
            "a.schema.json(3,47) PAR1004",
            "a.schema.json(4,3) PAR1001");

    [Theory]
    [InlineData("a(", "a '(' is not closed")]
    [InlineData("a)", "a ')' has no '('")]
    [InlineData("[a", "a '[' is not closed")]
    [InlineData("*", "it cannot be parsed")]
    [InlineData("a\\\\", "nothing follows its last '\\'")]
    [InlineData("\\\\Aa", "'\\A' is not part of it")]
    [InlineData("(?i)a", "'(?i' is not part of it")]
    [InlineData("(?>a)", "'(?>' is not part of it")]
    [InlineData("(?#a)", "'(?#' is not part of it")]
    public void Pattern_that_is_no_expression_says_why(string pattern, string fault)
    {
        var diagnostic = Assert.Single(Load.Files(("a.schema.json", $$"""{"pattern":"{{pattern}}"}""")).Diagnostics);

        Assert.Equal("PAR1007", diagnostic.Id);
        Assert.Equal(fault, diagnostic.Arguments[0]);
    }

    [Theory]
    [InlineData("^[a-z]+$")]
    [InlineData("(?<year>\\\\d{4})-(?:a|b)(?=c)(?!d)")]
    [InlineData("[(]\\\\(")]
    [InlineData("\\\\p{L}")]
    public void Expressions_are_accepted(string pattern) => Load.Schema($$"""{"pattern":"{{pattern}}"}""");

    [Fact]
    public void Other_json_and_the_manifest_schema_are_not_read_as_schemas()
    {
        var result = Load.Clean(Load.Files(
            ("contract.schema.json", """{ "$id": "https://parley.dev/contract.schema.json", "dependentSchemas": {} }"""),
            ("package.json", """{ "type": "module" """),
            ("data.json", """{ "type": "module" }""")));

        Assert.Empty(result.Schemas);
    }

    [Fact]
    public void Json_that_names_its_dialect_is_a_schema_whatever_its_name()
    {
        var schema = Load.Schema("""{ "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "string" }""", "nick-name.json");

        Assert.Equal("NickName", schema.Types[0].Name);
    }
}
