using System.CommandLine;
using Parley.Documentation;
using Parley.Documentation.Diff;

namespace Parley.Tool;

/// <summary><c>parley diff</c>.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var old = new Argument<string>("OLD") { Description = "Folder of the old version of the contracts." };
        var @new = new Argument<string>("NEW") { Description = "Folder of the new version." };
        var format = new Option<string>("--format", "-f") { Description = "How to write changes: text, json, or markdown for a change log.", DefaultValueFactory = static _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "markdown");
        var command = new ToolCommand(
            "diff",
            "Shows what changed between two versions of contracts, and what that means.",
            """
            A request must stay valid: a new required member or a smaller limit is breaking. An answer
            or notification must have been valid: a new value of an enum or a member that may now be
            missing is breaking. Changes of words alone are documentation.

            Examples:
              git worktree add /tmp/released v1.0 && parley diff /tmp/released/schemas schemas
              parley diff old/schemas schemas --format markdown >> CHANGELOG.md

            Exit codes:
              0  nothing breaks
              1  at least one change is breaking
              2  the arguments or a folder cannot be used
            """)
        {
            old, @new, format,
        };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            parsed.GetRequiredValue(old), parsed.GetRequiredValue(@new), parsed.GetRequiredValue(format), cancellationToken)));
        return command;
    }

    private static int Run(string old, string @new, string format, CancellationToken cancellationToken)
    {
        IReadOnlyList<ContractChange> changes;
        using (var progress = new Progress("Reading"))
        {
            changes = ContractComparer.Compare(
                ContractFolder.Load(old, progress, cancellationToken: cancellationToken), ContractFolder.Load(@new, progress, cancellationToken: cancellationToken), cancellationToken);
        }

        var (oldFolder, newFolder) = (FolderName.Prefix(old), FolderName.Prefix(@new));
        switch (format)
        {
            case "json":
                Console.Out.Write(ChangeLog.WriteJson(changes, oldFolder, newFolder));
                break;
            case "markdown":
                Console.Out.Write(ChangeLog.WriteMarkdown(changes));
                break;
            default:
                WriteText(changes, oldFolder, newFolder);
                break;
        }

        return changes.Any(static change => change.Class == ChangeClass.Breaking) ? ExitCodes.Found : ExitCodes.Success;
    }

    private static void WriteText(IReadOnlyList<ContractChange> changes, string oldFolder, string newFolder)
    {
        foreach (var change in changes)
        {
            var color = change.Class switch
            {
                ChangeClass.Breaking => ConsoleColor.Red,
                ChangeClass.Compatible => ConsoleColor.Green,
                _ => ConsoleColor.DarkGray,
            };
            Terminal.WriteLine(ChangeLog.Line(change, oldFolder, newFolder), color);
        }

        Console.Out.WriteLine(string.Join(", ", Enum.GetValues<ChangeClass>().Select(@class => $"{changes.Count(change => change.Class == @class)} {ChangeLog.NameOf(@class)}")) + ".");
    }
}
