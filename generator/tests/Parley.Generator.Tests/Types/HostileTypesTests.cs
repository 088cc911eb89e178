using System.Text.Json;
using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Types;

/// <summary>Schema text is hostile until proven otherwise: whatever it says, emitted types read, check and write it as data.</summary>
public sealed class HostileTypesTests
{
    public static TheoryData<string> Texts =>
    [
        "\"; public static int Injected = 1; //",
        "\\\" \\u0022 \\",
        "line\nclass Injected { }",
        "line\r\nclass Injected { }",
        "line\u0085class Injected { }",
        "line\u2028class Injected { }",
        "line\u2029class Injected { }",
        "*/ class Injected { } /*",
        "{{0}} {x} }} ${y} \"\"\"\"\"\"",
        "</summary><see cref=\"Injected\"/> & ]]>",
        "#pragma warning restore\n#error Injected",
        "\u202e\ufeff\u200b\0\u0001\t",
        "😀 e\u0301 İ",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_in_any_position_is_data(string text)
    {
        var t = JsonSerializer.Serialize(text);
        var run = GeneratorRun.Of(new InputFile("hostile.schema.json", $$"""
            {
              "title": {{t}}, "description": {{t}}, "$comment": {{t}}, "default": {{t}}, "examples": [{{t}}], "type": "object",
              "required": ["fixed", {{t}}],
              "dependentRequired": { {{t}}: ["fixed"] },
              "properties": {
                {{t}}: { "description": {{t}}, "title": {{t}}, "format": {{t}}, "deprecated": true, "type": "string" },
                "fixed": { "const": {{t}} },
                "chosen": { "enum": [{{t}}, "plain"] },
                "any": { "enum": [1, {{t}}, { {{t}}: [{{t}}] }] },
                "inner": { "type": "object", "description": {{t}}, "properties": { {{t}}: { "$ref": "#/$defs/text" } } }
              },
              "not": { "required": ["absent"], "properties": { {{t}}: { "const": {{t}} } } },
              "$defs": { "text": { "description": {{t}}, "const": {{t}} } }
            }
            """));
        var assembly = run.Load();
        var type = LiveType.Of(assembly, "Hostile");

        var value = type.Accepts($$"""{ {{t}}: "x", "fixed": {{t}}, "chosen": {{t}}, "any": { {{t}}: [{{t}}] }, "inner": { {{t}}: {{t}} } }""");
        type.Refuses($$"""{ {{t}}: "x", "fixed": "other" }""");
        type.Refuses($$"""{ {{t}}: "x", "fixed": {{t}}, "inner": { {{t}}: "other" } }""");
        Assert.Equal(text, LiveType.Get(value, "Fixed"));
        Assert.DoesNotContain(assembly.GetTypes(), static type => type.Name.Contains("Injected", StringComparison.Ordinal) && type.Namespace != "Sample");
        Assert.Null(assembly.GetType("Injected"));
        Assert.Null(assembly.GetType("Sample.Injected"));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_pattern_is_data(string text)
    {
        var escaped = string.Concat(text.Select(static c => char.IsAsciiLetterOrDigit(c) || c > '~' ? c.ToString() : $"\\u{(int)c:x4}"));
        var type = LiveType.Of("Matching", new InputFile("matching.schema.json", $$"""{ "type": "string", "pattern": {{JsonSerializer.Serialize("^" + escaped + "$")}} }"""));

        type.Accepts(JsonSerializer.Serialize(text));
        type.Refuses("\"other\"");
    }

    [Fact]
    public void A_path_is_data() =>
        GeneratorRun.Of(new InputFile("fol\u2028der \"; x/*/na\nme.schema.json", """{ "type": "object", "properties": { "a": { "type": "string" } } }"""));

    [Fact]
    public void Names_of_keywords_and_of_common_types_are_names_like_any_other()
    {
        var type = LiveType.Of("System", new InputFile("system.schema.json", """
            {
              "type": "object", "required": ["class", "string", "Task", "equals", "read", "value", "reader", "item", "global"],
              "properties": {
                "class": { "type": "string" }, "string": { "type": "integer" }, "Task": { "type": "boolean" }, "equals": { "type": "number" },
                "read": { "type": "array", "items": { "type": "string" } }, "value": { "type": ["integer", "null"] }, "reader": { "type": "string" },
                "item": { "type": "object", "properties": { "Parley": { "type": "string" } } }, "global": true
              }
            }
            """));

        type.Accepts("""{"class":"a","string":1,"Task":true,"equals":1.5,"read":["x"],"value":null,"reader":"r","item":{"Parley":"p"},"global":{}}""");
    }
}
