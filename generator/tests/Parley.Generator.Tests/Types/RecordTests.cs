using System.Text.Json;
using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Types;

public sealed class RecordTests
{
    private static readonly Lazy<LiveType> Person = new(static () => LiveType.Of("Person", new InputFile("person.schema.json", """
        {
          "title": "Person", "description": "Somebody.", "type": "object",
          "required": ["name", "kind", "born"], "additionalProperties": false,
          "properties": {
            "kind": { "const": "person" },
            "name": { "type": "string", "minLength": 1, "maxLength": 5 },
            "born": { "type": ["integer", "null"], "minimum": 1900 },
            "nick": { "type": ["string", "null"] },
            "height": { "type": "number", "exclusiveMinimum": 0.5 },
            "likes": { "type": "array", "items": { "type": "string" }, "uniqueItems": true, "maxItems": 3 },
            "mood": { "enum": ["good", "so so"] },
            "home": { "type": "object", "properties": { "city": { "type": "string" } }, "required": ["city"] },
            "friend": { "$ref": "#" },
            "any": true
          }
        }
        """)));

    [Fact]
    public void A_valid_object_becomes_a_record()
    {
        var value = Person.Value.Accepts("""{"kind":"person","name":"Zoë","born":null,"nick":null,"height":1.75,"likes":["a","b"],"mood":"so so","home":{"city":"X","zip":12},"any":[1,{"a":2.0}]}""");

        Assert.Equal("Zoë", LiveType.Get(value, "Name"));
        Assert.Equal("person", LiveType.Get(value, "Kind"));
        Assert.Null(LiveType.Get(value, "Born"));
        Assert.Equal("SoSo", LiveType.Get(value, "Mood")!.ToString());
        Assert.Equal((ValueList<string>)["a", "b"], LiveType.Get(value, "Likes"));
        Assert.Equal(JsonNumber.Parse("1.75"), LiveType.Get(value, "Height"));
        Assert.Equal(JsonValue.Parse("[1,{\"a\":2}]"), LiveType.Get(value, "Any"));
    }

    [Theory]
    [InlineData("""{"kind":"person","name":"","born":null}""", "/name", "minLength")]
    [InlineData("""{"kind":"person","name":"sixsix","born":null}""", "/name", "maxLength")]
    [InlineData("""{"kind":"Person","name":"a","born":null}""", "/kind", "const")]
    [InlineData("""{"kind":"person","born":null}""", "", "required")]
    [InlineData("""{"kind":"person","name":"a","born":1899}""", "/born", "minimum")]
    [InlineData("""{"kind":"person","name":"a","born":"x"}""", "/born", "type")]
    [InlineData("""{"kind":"person","name":"a","born":1900.5}""", "/born", "type")]
    [InlineData("""{"kind":"person","name":"a","born":null,"height":0.5}""", "/height", "exclusiveMinimum")]
    [InlineData("""{"kind":"person","name":"a","born":null,"likes":["a","\u0061"]}""", "/likes", "uniqueItems")]
    [InlineData("""{"kind":"person","name":"a","born":null,"likes":["a",1]}""", "/likes/1", "type")]
    [InlineData("""{"kind":"person","name":"a","born":null,"mood":"bad"}""", "/mood", "enum")]
    [InlineData("""{"kind":"person","name":"a","born":null,"home":{}}""", "/home", "required")]
    [InlineData("""{"kind":"person","name":"a","born":null,"friend":{"kind":"person","name":"b"}}""", "/friend", "required")]
    [InlineData("""{"kind":"person","name":"a","born":null,"a/b~c":1}""", "/a~1b~0c", "additionalProperties")]
    [InlineData("""{"kind":"person","name":"a","born":null,"name":"b"}""", "/name", "duplicate")]
    [InlineData("""{"kind":"person","name":"a","born":null,"n\u0061me":"b"}""", "/name", "duplicate")]
    [InlineData("""{"kind":"person","name":"a","born":null,"home":{"city":"X","zip":1,"zip":2}}""", "/home/zip", "duplicate")]
    [InlineData("[]", "", "type")]
    [InlineData("null", "", "type")]
    public void An_error_names_place_and_rule(string json, string instance, string keyword)
    {
        var error = Assert.Single(Person.Value.Refuses(json));

        Assert.Equal(instance, error.InstanceLocation);
        Assert.Equal(keyword, error.Keyword);
    }

    [Fact]
    public void Every_error_is_told_in_document_order()
    {
        var errors = Person.Value.Refuses("{\n  \"kind\": 1,\n  \"friend\": { \"kind\": \"person\", \"name\": \"\", \"born\": null },\n  \"x\": 1 }");

        Assert.Equal(
            [
                "(1,1)  #/required /required",
                "(1,1)  #/required /required",
                "(2,11) /kind #/properties/kind/const /properties/kind/const",
                "(3,41) /friend/name #/properties/name/minLength /properties/friend/$ref/properties/name/minLength",
                "(4,3) /x #/additionalProperties /additionalProperties",
            ],
            errors.Select(static e => $"({e.Line},{e.Column}) {e.InstanceLocation} {e.AbsoluteKeywordLocation["person.schema.json".Length..]} {e.KeywordLocation}"));
    }

    [Fact]
    public void Escaped_names_are_names() => Person.Value.Accepts("""{"k\u0069nd":"pers\u006fn","n\u0061me":"a","\u0062orn":2000}""");

    [Theory]
    [InlineData("""{"kind":"person","name":"a","born":null""", 1, 40)]
    [InlineData("", 1, 1)]
    [InlineData("{} {}", 1, 4)]
    [InlineData("{\n  \"kind\": tru }", 2, 14)]
    [InlineData("""{"name":"\ud800"}""", 1, 10)]
    public void Malformed_text_is_one_json_error_with_its_place(string json, int line, int column)
    {
        var error = Assert.Single(Person.Value.Refuses(json));

        Assert.Equal(("json", line, column), (error.Keyword, error.Line, error.Column));
    }

    [Fact]
    public void Broken_UTF8_is_a_json_error() =>
        Assert.Equal("json", Assert.Single(Person.Value.Refuses([.. "{\"name\":\""u8, 0xC3, 0x28, .. "\"}"u8])).Keyword);

    [Fact]
    public void Text_nested_too_deep_is_a_depth_error()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 65)) + string.Concat(Enumerable.Repeat("]", 65));

        Assert.Equal("depth", Assert.Single(Person.Value.Refuses($$"""{"kind":"person","name":"a","born":null,"any":{{deep}}}""")).Keyword);
        Person.Value.Accepts(System.Text.Encoding.UTF8.GetBytes($$"""{"kind":"person","name":"a","born":null,"any":{{deep}}}"""), new JsonReaderOptions { MaxDepth = 100 });
    }

    [Fact]
    public void Absent_and_null_are_told_apart()
    {
        const string Absent = """{"kind":"person","name":"a","born":1900}""";
        const string Null = """{"kind":"person","name":"a","born":1900,"nick":null}""";

        Assert.False(((Optional<string?>)LiveType.Get(Person.Value.Accepts(Absent), "Nick")!).IsPresent);
        Assert.True(((Optional<string?>)LiveType.Get(Person.Value.Accepts(Null), "Nick")!).IsPresent);
        Assert.Equal(Absent, Person.Value.Writes(Absent));
        Assert.Equal(Null, Person.Value.Writes(Null));
    }

    [Fact]
    public void Unknown_members_of_an_open_object_are_kept() =>
        Assert.Equal(
            """{"kind":"person","name":"a","born":1900,"home":{"city":"X","z":[1.0],"a":null}}""",
            Person.Value.Writes("""{"home":{"z":[1.0],"city":"X","a":null},"born":1900,"name":"a","kind":"person"}"""));

    [Fact]
    public void The_serializer_reads_and_writes_by_the_same_rules()
    {
        const string Text = """{"kind":"person","name":"a","born":1900,"mood":"good"}""";
        var value = JsonSerializer.Deserialize(Text, Person.Value.Type);

        Assert.Equal(Text, JsonSerializer.Serialize(value, Person.Value.Type));
        var fault = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("""{"kind":"person","name":"","born":1900}""", Person.Value.Type));
        Assert.Contains("/name must have at least 1 character (person.schema.json#/properties/name/minLength)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_and_trailing_commas_are_let_pass_only_when_asked_for()
    {
        const string Text = """{"kind":"person",/* x */"name":"a","born":1900,"any":[1,],}""";

        Person.Value.Refuses(Text);
        Person.Value.Accepts(System.Text.Encoding.UTF8.GetBytes(Text), new JsonReaderOptions { CommentHandling = JsonCommentHandling.Allow, AllowTrailingCommas = true });
    }
}
