using System.CommandLine;
using Parley.Documentation;
using Parley.Documentation.Model;
using Parley.Documentation.Output;

namespace Parley.Tool;

/// <summary><c>parley docs</c>.</summary>
internal static class DocsCommand
{
    public static Command Create()
    {
        var schemas = new Argument<string>("SCHEMAS") { Description = "Folder of the contracts: manifests *.contract.json and their schemas." };
        var output = new Option<string>("--out", "-o") { Description = "Folder to write to; made when it is missing.", HelpName = "DIR", Required = true };
        var pactResults = new Option<string?>("--pact-results") { Description = "Results of the last Pact verification, shown as a badge for each operation.", HelpName = "FILE" };
        var check = new Option<bool>("--check") { Description = "Write nothing; fail when DIR does not hold what would be written." };
        var command = new Command("docs", "Writes the reference of contracts.") { schemas, output, pactResults, check };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            parsed.GetRequiredValue(schemas), parsed.GetRequiredValue(output), parsed.GetValue(check), cancellationToken)));
        return command;
    }

    private static int Run(string schemas, string output, bool check, CancellationToken cancellationToken)
    {
        var folder = new OutputFolder(output);
        var model = DocumentationBuilder.Build(ContractFolder.Load(schemas, progress: null, cancellationToken));
        var files = DocumentationFiles.Write(model, cancellationToken);
        if (!check)
        {
            folder.Write(files);
            Console.Out.WriteLine($"Wrote {files.Count} files to '{output}'.");
            return ExitCodes.Success;
        }

        var drift = folder.Compare(files);
        foreach (var (path, kind) in drift)
            Console.Out.WriteLine($"{kind}: {path}");
        return drift.Count == 0 ? ExitCodes.Success : ExitCodes.Found;
    }
}
