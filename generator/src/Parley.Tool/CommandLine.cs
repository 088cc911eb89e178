using System.CommandLine;
using Parley.Documentation;

namespace Parley.Tool;

/// <summary>The command <c>parley</c>.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand("Documents, checks and compares Parley contracts.")
        {
            DocsCommand.Create(),
            LintCommand.Create(),
            DiffCommand.Create(),
        };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync("parley: " + error.Message);
            await Console.Error.WriteLineAsync("Try 'parley --help'.");
            return ExitCodes.Failure;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (InputException error)
        {
            await Console.Error.WriteLineAsync("parley: " + error.Message);
            return ExitCodes.Failure;
        }
    }
}
