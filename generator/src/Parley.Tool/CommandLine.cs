using System.CommandLine;
using System.CommandLine.Parsing;
using Parley.Documentation;
using Parley.Schema.Diagnostics;

namespace Parley.Tool;

/// <summary>The command <c>parley</c>.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var parsed = Create().Parse(arguments);
        if (arguments.Length > 0 && parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync("parley: " + error.Message);
            await Console.Error.WriteLineAsync("Try 'parley --help'.");
            return ExitCodes.Failure;
        }

        try
        {
            return arguments.Length > 0 ? await InvokeAsync(parsed) : await ShowHelpAsync();
        }
        catch (InputException error)
        {
            await Console.Error.WriteLineAsync("parley: " + LogText.Of(error.Message));
            return ExitCodes.Failure;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("parley: cancelled; nothing was written.");
            return ExitCodes.Failure;
        }
    }

    private static RootCommand Create()
    {
        var root = new RootCommand("Documents, checks and compares Parley contracts. 'parley COMMAND --help' shows examples and exit codes.")
        {
            DocsCommand.Create(),
            LintCommand.Create(),
            DiffCommand.Create(),
        };
        ToolCommand.ShowNotes(root);
        foreach (var command in root.Subcommands)
        {
            foreach (var argument in command.Arguments)
                argument.Validators.Add(RefuseEmpty);
            foreach (var option in command.Options)
                option.Validators.Add(RefuseEmpty);
        }

        return root;
    }

    // A pipeline whose variable is not set passes an empty value.
    private static void RefuseEmpty(SymbolResult result)
    {
        if (result.Tokens.Any(static token => token.Value.Length == 0))
            result.AddError($"The value of {(result is OptionResult option ? option.Option.Name : ((ArgumentResult)result).Argument.Name)} is empty.");
    }

    // What is not foreseen is a defect of this program, and its stack trace is what is needed to mend it.
    private static Task<int> InvokeAsync(ParseResult parsed) => parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });

    // Asked for nothing, the program has done nothing.
    private static async Task<int> ShowHelpAsync()
    {
        await InvokeAsync(Create().Parse(["--help"]));
        return ExitCodes.Failure;
    }
}
