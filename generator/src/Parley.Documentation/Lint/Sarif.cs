using System.Text.Json.Nodes;
using Parley.Documentation.Json;
using Parley.Schema.Diagnostics;

namespace Parley.Documentation.Lint;

/// <summary>Findings as SARIF 2.1.0, which code-scanning services show beside the source.</summary>
public static class Sarif
{
    /// <summary>Writes a log of one run.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="folder">What paths are relative to, with a slash at its end; may be empty.</param>
    /// <param name="version">Version of the program.</param>
    public static string Write(IReadOnlyList<LintFinding> findings, string folder, string version)
    {
        var rules = findings.Select(static finding => finding.Rule).DistinctBy(static rule => rule.Id, StringComparer.Ordinal).OrderBy(static rule => rule.Id, StringComparer.Ordinal).ToList();
        return JsonTree.Write(new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "parley",
                        ["semanticVersion"] = version,
                        ["rules"] = new JsonArray([.. rules.Select(Write)]),
                    },
                },
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = new JsonArray([.. findings.Select(finding => Write(finding, folder, rules.FindIndex(rule => rule.Id == finding.Rule.Id)))]),
            }),
        });
    }

    private static JsonObject Write(SchemaRule rule) => new()
    {
        ["id"] = rule.Id,
        ["shortDescription"] = new JsonObject { ["text"] = rule.Title + "." },
        ["defaultConfiguration"] = new JsonObject { ["level"] = LevelOf(rule) },
    };

    private static JsonObject Write(LintFinding finding, string folder, int ruleIndex) => new()
    {
        ["ruleId"] = finding.Rule.Id,
        ["ruleIndex"] = ruleIndex,
        ["level"] = LevelOf(finding.Rule),
        ["message"] = new JsonObject { ["text"] = finding.Message },
        ["locations"] = new JsonArray(new JsonObject
        {
            ["physicalLocation"] = new JsonObject
            {
                ["artifactLocation"] = new JsonObject { ["uri"] = string.Join('/', (folder + finding.Place.Path).Split('/').Select(Uri.EscapeDataString)) },
                ["region"] = new JsonObject
                {
                    ["startLine"] = finding.Place.Line,
                    ["startColumn"] = finding.Place.Column,
                    ["endLine"] = finding.Place.EndLine,
                    ["endColumn"] = finding.Place.EndColumn,
                },
            },
        }),
    };

    private static string LevelOf(SchemaRule rule) => rule.Severity == RuleSeverity.Error ? "error" : "warning";
}
