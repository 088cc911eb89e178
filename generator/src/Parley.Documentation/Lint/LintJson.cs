using System.Text.Json.Nodes;
using Parley.Documentation.Json;

namespace Parley.Documentation.Lint;

/// <summary>Findings for programs.</summary>
public static class LintJson
{
    /// <summary><c>{"findings":[{"id","level","path","line","column","endLine","endColumn","message"}]}</c>, lines and columns from 1.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="folder">What paths are relative to, with a slash at its end; may be empty.</param>
    public static string Write(IReadOnlyList<LintFinding> findings, string folder) => JsonTree.Write(new JsonObject
    {
        ["findings"] = new JsonArray([.. findings.Select(finding => new JsonObject
        {
            ["id"] = finding.Rule.Id,
            ["level"] = finding.Level,
            ["path"] = folder + finding.Place.Path,
            ["line"] = finding.Place.Line,
            ["column"] = finding.Place.Column,
            ["endLine"] = finding.Place.EndLine,
            ["endColumn"] = finding.Place.EndColumn,
            ["message"] = finding.Message,
        })]),
    });
}
