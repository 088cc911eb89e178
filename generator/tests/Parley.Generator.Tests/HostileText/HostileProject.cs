using System.Text;
using System.Text.Json.Nodes;
using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.HostileText;

/// <summary>A contract and its schemas with one text in every position that takes any text.</summary>
internal static class HostileProject
{
    /// <summary>Files full of a text.</summary>
    public static InputFile[] Files(string text)
    {
        var file = FileName(text);
        return
        [
            new("contracts/gate.contract.json", Manifest(text, "../" + Uri.EscapeDataString(file)).ToJsonString()),
            new(file, Request(text).ToJsonString()),
            new("common/done.schema.json", """{ "title": "Done", "type": "object", "properties": { "code": { "const": 0 } }, "required": ["code"] }"""),
            new("common/problem.schema.json", """{ "title": "Problem", "type": "object", "properties": { "message": { "type": "string" } }, "required": ["message"] }"""),
        ];
    }

    /// <summary>A request that the schemas of a text accept.</summary>
    public static JsonObject ValidRequest(string text) => new()
    {
        ["op"] = "Wire " + text,
        ["member " + text] = "any",
        ["choice"] = "Value " + text,
        ["constant"] = text,
        ["tree"] = new JsonObject { [text] = new JsonArray(text, 1.5) },
        ["mixed"] = new JsonObject { [text] = text },
        ["matched"] = text,
        ["named"] = new JsonObject { [text] = 1 },
        ["defined"] = new JsonObject { [text] = 1 },
        [text] = true,
    };

    private static JsonObject Request(string text) => new()
    {
        // With a PascalCase title the file's name would not come through; this one is any text.
        ["title"] = text,
        ["description"] = text,
        ["$comment"] = text,
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["op"] = new JsonObject { ["const"] = "Wire " + text, ["description"] = text },
            ["member " + text] = new JsonObject { ["type"] = "string", ["title"] = text, ["description"] = text, ["default"] = text, ["examples"] = new JsonArray(text) },
            ["choice"] = new JsonObject { ["enum"] = new JsonArray("Value " + text, "Other"), ["description"] = text, ["deprecated"] = true },
            ["constant"] = new JsonObject { ["const"] = text },
            ["tree"] = new JsonObject { ["const"] = new JsonObject { [text] = new JsonArray(text, 1.5) } },
            ["mixed"] = new JsonObject { ["enum"] = new JsonArray(text, 1, null, new JsonObject { [text] = text }) },
            ["matched"] = new JsonObject { ["type"] = "string", ["pattern"] = Pattern(text) },
            ["named"] = new JsonObject { ["type"] = "object", ["propertyNames"] = new JsonObject { ["pattern"] = Pattern(text) } },
            ["defined"] = new JsonObject { ["$ref"] = "#/$defs/" + Uri.EscapeDataString(("Defined " + text).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)) },
        },
        ["required"] = new JsonArray("op", "member " + text),
        ["dependentRequired"] = new JsonObject { ["choice"] = new JsonArray(text) },
        ["$defs"] = new JsonObject
        {
            ["Defined " + text] = new JsonObject
            {
                ["type"] = "object",
                ["description"] = text,
                ["properties"] = new JsonObject { [text] = new JsonObject { ["type"] = "integer" } },
            },
        },
    };

    private static JsonObject Manifest(string text, string request) => new()
    {
        ["name"] = "Gate",
        ["title"] = text,
        ["version"] = text,
        ["description"] = text,
        ["envelopes"] = new JsonObject
        {
            ["plain"] = new JsonObject
            {
                ["description"] = text,
                ["success"] = Reference("../common/done.schema.json"),
                ["failure"] = Reference("../common/problem.schema.json"),
                ["members"] = new JsonObject { ["message"] = "message" },
            },
        },
        ["states"] = new JsonObject { ["Open"] = new JsonObject { ["description"] = text }, ["Shut"] = new JsonObject { ["description"] = text } },
        ["resources"] = new JsonObject
        {
            ["/gates/{id}"] = new JsonObject
            {
                ["description"] = text,
                ["parameters"] = new JsonObject { ["id"] = new JsonObject { ["description"] = text, ["example"] = text } },
                ["post"] = new JsonObject
                {
                    ["discriminator"] = "op",
                    ["envelope"] = "plain",
                    ["operations"] = new JsonObject
                    {
                        ["Enter"] = new JsonObject
                        {
                            ["summary"] = text,
                            ["description"] = text,
                            ["wireName"] = "Wire " + text,
                            ["request"] = Reference(request),
                            ["permissions"] = new JsonArray("Permission " + text),
                            ["features"] = new JsonArray("Feature " + text),
                            ["from"] = new JsonArray("Open"),
                            ["to"] = "Shut",
                            ["capability"] = "Capability " + text,
                            ["notifies"] = new JsonArray("Entered"),
                        },
                    },
                },
            },
        },
        ["notifications"] = new JsonObject
        {
            ["Entered"] = new JsonObject { ["channel"] = "/gates", ["summary"] = text, ["payload"] = Reference("../common/done.schema.json") },
        },
    };

    private static JsonObject Reference(string path) => new() { ["$ref"] = path };

    // A file system takes all but slash and NUL; a colon would make it a path that leads elsewhere.
    private static string FileName(string text) => "entry " + text.Replace('/', '|').Replace('\\', '|').Replace(':', '|').Replace("\0", "", StringComparison.Ordinal) + ".schema.json";

    private static string Pattern(string text)
    {
        var pattern = new StringBuilder("^");
        foreach (var unit in text)
            pattern.Append("^$\\.*+?()[]{}|/".Contains(unit, StringComparison.Ordinal) ? "\\" : "").Append(unit);
        return pattern.ToString();
    }
}
