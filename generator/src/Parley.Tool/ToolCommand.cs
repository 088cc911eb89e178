using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Parley.Tool;

/// <summary>A command whose help ends with notes: how it decides, examples, exit codes.</summary>
/// <param name="name">What users type.</param>
/// <param name="description">One sentence, shown in the list of commands too.</param>
/// <param name="notes">The notes.</param>
internal sealed class ToolCommand(string name, string description, string notes) : Command(name, description)
{
    /// <summary>Lets the help of a root command write the notes of the command that is asked about.</summary>
    public static void ShowNotes(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new NotesAction((HelpAction)help.Action!);
    }

    private sealed class NotesAction(HelpAction help) : SynchronousCommandLineAction
    {
        // Whoever asks for help need not give the arguments.
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var result = help.Invoke(parseResult);
            if (parseResult.CommandResult.Command is ToolCommand command)
                parseResult.InvocationConfiguration.Output.WriteLine(command.Notes);
            return result;
        }
    }

    private string Notes { get; } = notes;
}
