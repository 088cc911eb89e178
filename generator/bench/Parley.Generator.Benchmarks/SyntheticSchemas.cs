using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Benchmarks;

/// <summary>Schemas as a project of that size has them: requests with bounded members, an enum, a nested object, an array, and references to a neighbour and a shared file.</summary>
internal static class SyntheticSchemas
{
    /// <summary>So many schemas; the first is the shared one.</summary>
    public static InputFile[] Of(int count) => [Shared, .. Enumerable.Range(1, count - 1).Select(number => Request(number, longest: 64))];

    /// <summary>One schema in the middle is edited: a bound changes, as it does while somebody types.</summary>
    public static InputFile[] Edited(InputFile[] files, int edit)
    {
        var edited = (InputFile[])files.Clone();
        var number = files.Length / 2;
        edited[number] = Request(number, longest: 65 + edit);
        return edited;
    }

    private static InputFile Shared { get; } = new(
        "shared/address.schema.json",
        """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "Address",
          "description": "Where somebody is reached.",
          "type": "object",
          "required": ["kind", "value"],
          "properties": {
            "kind": { "enum": ["phone", "mail", "chat"] },
            "value": { "type": "string", "minLength": 1, "maxLength": 254 }
          },
          "additionalProperties": false
        }
        """);

    private static InputFile Request(int number, int longest) => new(
        $"area{number % 10}/request-{number}.schema.json",
        $$"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "Request{{number}}",
          "description": "Changes what is known about case {{number}}.",
          "type": "object",
          "required": ["operationName", "subject", "priority"],
          "properties": {
            "operationName": { "const": "Request{{number}}" },
            "subject": { "type": "string", "minLength": 1, "maxLength": {{longest}}, "description": "As the customer wrote it." },
            "priority": { "type": "integer", "minimum": 0, "maximum": 100 },
            "score": { "type": "number", "minimum": 0 },
            "urgent": { "type": "boolean" },
            "state": { "enum": ["open", "waiting", "closed"] },
            "tags": { "type": "array", "maxItems": 16, "items": { "type": "string", "maxLength": 32 } },
            "reply": { "$ref": "../shared/address.schema.json" },
            "contact": { "$ref": "#/$defs/contact-{{number}}" }
          },
          "additionalProperties": false,
          "$defs": {
            "contact-{{number}}": {
              "type": "object",
              "required": ["firstName"],
              "properties": {
                "firstName": { "type": "string", "maxLength": 64 },
                "lastName": { "type": ["string", "null"] },
                "address": { "$ref": "../shared/address.schema.json" }
              }
            }
          }
        }
        """);
}
