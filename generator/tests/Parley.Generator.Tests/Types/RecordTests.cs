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
    }
}
