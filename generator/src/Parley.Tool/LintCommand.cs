using System.CommandLine;
using Parley.Documentation;
using Parley.Documentation.Lint;
using Parley.Schema.Diagnostics;

namespace Parley.Tool;

/// <summary><c>parley lint</c>.</summary>
internal static class LintCommand
{
    public static Command Create()
    {
        var schemas = new Argument<string>("SCHEMAS") { Description = "Folder of the contracts." };
        var format = new Option<string>("--format", "-f") { Description = "How to write findings: text, json or sarif (SARIF 2.1.0).", DefaultValueFactory = static _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif");
        var formatAssertion = new Option<bool>("--format-assertion") { Description = "Take 'format' as an assertion, as <ParleyFormatAssertion>true</ParleyFormatAssertion> does in a project." };
        var command = new ToolCommand(
            "lint",
            "Checks contracts: all that the generator would report, and style.",
            """
            Style rules: missing description (PAR4001), example that is not valid (PAR4002),
            state that cannot be reached (PAR4003), notification that nothing causes (PAR4004).
            With --format-assertion a format that draft 2020-12 does not define is found (PAR1014),
            and an example that does not have its format is not valid.

            Examples:
              parley lint schemas
              parley lint schemas --format sarif > parley.sarif
              parley lint schemas --format-assertion

            Exit codes:
              0  nothing was found
              1  something was found, a warning included
              2  the arguments or the folder cannot be used
            """)
        {
            schemas, format, formatAssertion,
        };
        command.SetAction((parsed, cancellationToken) =>
            Task.FromResult(Run(parsed.GetRequiredValue(schemas), parsed.GetRequiredValue(format), parsed.GetValue(formatAssertion), cancellationToken)));
        return command;
    }

    private static int Run(string schemas, string format, bool assertsFormats, CancellationToken cancellationToken)
    {
        IReadOnlyList<LintFinding> findings;
        using (var progress = new Progress("Reading"))
            findings = ContractLinter.Lint(ContractFolder.Load(schemas, progress, assertsFormats, cancellationToken), cancellationToken);

        var folder = FolderName.Prefix(schemas);
        switch (format)
        {
            case "json":
                Console.Out.Write(LintJson.Write(findings, folder));
                break;
            case "sarif":
                Console.Out.Write(Sarif.Write(findings, folder, ToolVersion.Text));
                break;
            default:
                WriteText(findings, folder);
                break;
        }

        return findings.Count == 0 ? ExitCodes.Success : ExitCodes.Found;
    }

    private static void WriteText(IReadOnlyList<LintFinding> findings, string folder)
    {
        foreach (var finding in findings)
            Terminal.WriteLine(finding.Format(folder), finding.Rule.Severity == RuleSeverity.Error ? ConsoleColor.Red : ConsoleColor.Yellow);
        var errors = findings.Count(static finding => finding.Rule.Severity == RuleSeverity.Error);
        Console.Out.WriteLine(findings.Count == 0 ? "Nothing was found." : $"{Count(errors, "error")}, {Count(findings.Count - errors, "warning")}.");
    }

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";
}
