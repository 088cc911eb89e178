using System.Globalization;
using Parley.Schema.Diagnostics;

namespace Parley.Documentation.Lint;

/// <summary>A broken rule at a place.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Place">Where.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record LintFinding(SchemaRule Rule, SourcePlace Place, string Message)
{
    /// <summary>As a compiler prints it: <c>path(line,column): error id: message</c>.</summary>
    /// <param name="folder">What paths are relative to, with a slash at its end; may be empty.</param>
    public string Format(string folder) => string.Create(
        CultureInfo.InvariantCulture, $"{folder}{Place.Path}({Place.Line},{Place.Column}): {Level} {Rule.Id}: {Message}");

    /// <summary><c>error</c> or <c>warning</c>.</summary>
    public string Level => Rule.Severity == RuleSeverity.Error ? "error" : "warning";
}
