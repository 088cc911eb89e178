using System.Text;
using System.Text.Json;

namespace Parley.Tests.Validation.Output;

public sealed class SchemaErrorsOutputTests
{
    // The example of JSON Schema Core 2020-12, section 12.4: a polygon, its second point wrong in two ways.
    private static readonly SchemaErrors Polygon = new(
    [
        Error("/1", "/items/$ref/required", "polygon.json#/$defs/point/required", "required"),
        Error("/1/z", "/items/$ref/additionalProperties", "polygon.json#/$defs/point/additionalProperties", "false"),
        Error("", "/minItems", "polygon.json#/minItems", "minItems"),
    ]);

    [Fact]
    public void No_error_is_valid_in_both_shapes()
    {
        Assert.Equal("""{"valid":true}""", Basic(SchemaErrors.None));
        Assert.Equal("""{"valid":true}""", Detailed(SchemaErrors.None));
    }

    [Fact]
    public void Basic_is_a_flat_list() => Assert.Equal(
        """
        {"valid":false,"keywordLocation":"","instanceLocation":"","errors":[
        {"valid":false,"keywordLocation":"/items/$ref/required","absoluteKeywordLocation":"polygon.json#/$defs/point/required","instanceLocation":"/1","instanceLine":3,"instanceColumn":7,"error":"is wrong"},
        {"valid":false,"keywordLocation":"/items/$ref/additionalProperties","absoluteKeywordLocation":"polygon.json#/$defs/point/additionalProperties","instanceLocation":"/1/z","instanceLine":3,"instanceColumn":7,"error":"is wrong"},
        {"valid":false,"keywordLocation":"/minItems","absoluteKeywordLocation":"polygon.json#/minItems","instanceLocation":"","instanceLine":3,"instanceColumn":7,"error":"is wrong"}]}
        """.ReplaceLineEndings(""),
        Basic(Polygon));

    [Fact]
    public void Detailed_puts_errors_of_one_subschema_together() => Assert.Equal(
        """
        {"valid":false,"keywordLocation":"","instanceLocation":"","errors":[
        {"valid":false,"keywordLocation":"/items/$ref","absoluteKeywordLocation":"polygon.json#/$defs/point","instanceLocation":"/1","errors":[
        {"valid":false,"keywordLocation":"/items/$ref/required","absoluteKeywordLocation":"polygon.json#/$defs/point/required","instanceLocation":"/1","instanceLine":3,"instanceColumn":7,"error":"is wrong"},
        {"valid":false,"keywordLocation":"/items/$ref/additionalProperties","absoluteKeywordLocation":"polygon.json#/$defs/point/additionalProperties","instanceLocation":"/1/z","instanceLine":3,"instanceColumn":7,"error":"is wrong"}]},
        {"valid":false,"keywordLocation":"/minItems","absoluteKeywordLocation":"polygon.json#/minItems","instanceLocation":"","instanceLine":3,"instanceColumn":7,"error":"is wrong"}]}
        """.ReplaceLineEndings(""),
        Detailed(Polygon));

    [Fact]
    public void Detailed_keeps_values_apart_that_one_subschema_refuses()
    {
        var errors = new SchemaErrors(
        [
            Error("/a~1b/0", "/properties/a~1b/prefixItems/0/allOf/1/type", "f.json#/properties/a~1b/prefixItems/0/allOf/1/type", "type"),
            Error("/a~1b/0", "/properties/a~1b/prefixItems/0/allOf/1/enum", "f.json#/properties/a~1b/prefixItems/0/allOf/1/enum", "enum"),
            Error("/a~1b/2", "/properties/a~1b/items/minimum", "f.json#/properties/a~1b/items/minimum", "minimum"),
            Error("/a~1b/3", "/properties/a~1b/items/minimum", "f.json#/properties/a~1b/items/minimum", "minimum"),
        ]);

        using var output = JsonDocument.Parse(Detailed(errors));
        var list = Assert.Single(output.RootElement.GetProperty("errors").EnumerateArray());

        Assert.Equal(("/properties/a~1b", "/a~1b"), Places(list));
        Assert.Equal(
            [("/properties/a~1b/prefixItems/0/allOf/1", "/a~1b/0"), ("/properties/a~1b/items/minimum", "/a~1b/2"), ("/properties/a~1b/items/minimum", "/a~1b/3")],
            list.GetProperty("errors").EnumerateArray().Select(Places));
    }

    [Fact]
    public void A_text_that_is_no_json_has_one_error_without_a_keyword()
    {
        var errors = new SchemaErrors([new SchemaError("", 1, 1, "", "", "json", "is empty, which is not JSON")]);

        using var output = JsonDocument.Parse(Detailed(errors));
        var error = Assert.Single(output.RootElement.GetProperty("errors").EnumerateArray());

        Assert.Equal("is empty, which is not JSON", error.GetProperty("error").GetString());
        Assert.False(error.TryGetProperty("absoluteKeywordLocation", out _));
    }

    private static SchemaError Error(string instance, string keywordLocation, string absolute, string keyword) => new(instance, 3, 7, keywordLocation, absolute, keyword, "is wrong");

    private static (string?, string?) Places(JsonElement unit) => (unit.GetProperty("keywordLocation").GetString(), unit.GetProperty("instanceLocation").GetString());

    private static string Basic(SchemaErrors errors) => Written(errors.WriteBasicTo);

    private static string Detailed(SchemaErrors errors) => Written(errors.WriteDetailedTo);

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            write(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
