using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Parley.Documentation;
using Parley.Documentation.Html;
using Parley.Documentation.Html.Verification;
using Parley.Documentation.Model;
using Parley.Documentation.Output;
using Parley.Schema.Diagnostics;

namespace Parley.Tool;

/// <summary><c>parley docs</c>.</summary>
internal static partial class DocsCommand
{
    public static Command Create()
    {
        var schemas = new Argument<string>("SCHEMAS") { Description = "Folder of the contracts: manifests *.contract.json and their schemas." };
        var output = new Option<string>("--out", "-o") { Description = "Folder to write to; made when it is missing.", HelpName = "DIR", Required = true };
        var pactResults = new Option<string?>("--pact-results") { Description = "Results of the last Pact verification, shown as a badge for each operation.", HelpName = "FILE" };
        var cometd = new Option<string>("--cometd-path")
        {
            Description = "Path of the CometD endpoint on the server that shows reference.html; its console connects there.",
            HelpName = "PATH",
            DefaultValueFactory = _ => new ReferenceOptions().CometDPath,
        };
        cometd.Validators.Add(RefuseOtherThanPath);
        var check = new Option<bool>("--check") { Description = "Write nothing; fail when DIR does not hold what would be written." };
        var command = new ToolCommand(
            "docs",
            "Writes the reference of contracts.",
            """
            reference.html for people; openapi.json (OpenAPI 3.1) and asyncapi.json (AsyncAPI 3.0) for
            tools; openapi.docs.json, a view of the former with one path for each operation; llms.txt
            and markdown/*.md for readers of plain text. The same contracts give the same bytes.
            A CHANGELOG.md in SCHEMAS, such as 'parley diff' writes, is shown in reference.html.
            All files are written or none. Pages below markdown/ that are no longer written are deleted.

            Examples:
              parley docs schemas --out docs
              parley docs schemas --out docs --check   # in a pipeline: are the committed files up to date?

            Exit codes:
              0  written; with --check: nothing differs
              1  with --check: files are missing, changed or stale; they are listed
              2  the arguments, a contract or a folder cannot be used
            """)
        {
            schemas, output, pactResults, cometd, check,
        };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            parsed.GetRequiredValue(schemas), parsed.GetRequiredValue(output), parsed.GetValue(pactResults), parsed.GetRequiredValue(cometd), parsed.GetValue(check), cancellationToken)));
        return command;
    }

    private static int Run(string schemas, string output, string? pactResults, string cometd, bool check, CancellationToken cancellationToken)
    {
        var folder = new OutputFolder(output);
        var options = new ReferenceOptions
        {
            CometDPath = cometd,
            PactResults = pactResults is null ? null : PactResults.Load(pactResults),
            ChangeLog = ReadChangeLog(schemas),
        };
        DocumentationModel model;
        using (var progress = new Progress("Reading"))
            model = DocumentationBuilder.Build(ContractFolder.Load(schemas, progress, cancellationToken: cancellationToken));
        var files = DocumentationFiles.Write(model, options, cancellationToken);
        if (!check)
        {
            folder.Write(files);
            Console.Out.WriteLine($"Wrote {files.Count} files to '{output}'.");
            return ExitCodes.Success;
        }

        var drift = folder.Compare(files);
        foreach (var (path, kind) in drift)
            Terminal.WriteLine($"{kind}: {path}", ConsoleColor.Red);
        if (drift.Count > 0)
            Console.Error.WriteLine($"parley: {drift.Count} {(drift.Count == 1 ? "file differs" : "files differ")}; the same command without '--check' writes them.");
        return drift.Count == 0 ? ExitCodes.Success : ExitCodes.Found;
    }

    // What 'parley diff' writes for change logs is kept beside the contracts that it is about.
    private static string? ReadChangeLog(string schemas)
    {
        var path = Path.Combine(schemas, "CHANGELOG.md");
        return File.Exists(path) ? TextFile.Read(path) : null;
    }

    // The page's console may talk to its own server alone: '//host', which browsers also read out of '/\host', would be another.
    private static void RefuseOtherThanPath(OptionResult result)
    {
        foreach (var path in result.Tokens.Select(static token => token.Value).Where(static value => value.Length > 0 && !EndpointPath().IsMatch(value)))
            result.AddError($"The value of {result.Option.Name} is no path of an endpoint: '{LogText.Of(path)}'. It begins with one '/' and has neither query nor fragment, such as '{new ReferenceOptions().CometDPath}'.");
    }

    // RFC 3986, path-absolute.
    [GeneratedRegex(@"^/(?!/)(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex EndpointPath();
}
