using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Parley.Documentation.Json;
using Parley.Schema.Diagnostics;

namespace Parley.Documentation.Diff;

/// <summary>Writes changes.</summary>
public static class ChangeLog
{
    /// <summary>One line a change, as a compiler prints it: <c>path(line,column): class: pointer: message [subjects]</c>.</summary>
    /// <param name="change">The change.</param>
    /// <param name="oldFolder">What paths of the old version are relative to, with a slash at its end; may be empty.</param>
    /// <param name="newFolder">The same of the new version.</param>
    public static string Line(ContractChange change, string oldFolder, string newFolder) => string.Create(
        CultureInfo.InvariantCulture,
        $"{FolderOf(change, oldFolder, newFolder)}{change.Place.Path}({change.Place.Line},{change.Place.Column}): {NameOf(change.Class)}: {change.Pointer}: {change.Message} [{string.Join(", ", change.Subjects)}]");

    /// <summary><c>{"breaking":n,"compatible":n,"documentation":n,"changes":[…]}</c>, lines and columns from 1.</summary>
    public static string WriteJson(IReadOnlyList<ContractChange> changes, string oldFolder, string newFolder)
    {
        var document = new JsonObject();
        foreach (var @class in Enum.GetValues<ChangeClass>())
            document.Add(NameOf(@class), changes.Count(change => change.Class == @class));
        document.Add("changes", new JsonArray([.. changes.Select(change => new JsonObject
        {
            ["class"] = NameOf(change.Class),
            ["message"] = change.Message,
            ["subjects"] = JsonTree.Strings(change.Subjects),
            ["version"] = change.IsInOld ? "old" : "new",
            ["path"] = FolderOf(change, oldFolder, newFolder) + change.Place.Path,
            ["pointer"] = change.Pointer,
            ["line"] = change.Place.Line,
            ["column"] = change.Place.Column,
        })]));
        return JsonTree.Write(document);
    }

    /// <summary>Sections for a change log.</summary>
    public static string WriteMarkdown(IReadOnlyList<ContractChange> changes)
    {
        var output = new StringBuilder();
        foreach (var (@class, title) in new[]
        {
            (ChangeClass.Breaking, "Breaking changes"), (ChangeClass.Compatible, "Compatible changes"), (ChangeClass.Documentation, "Documentation"),
        })
        {
            var section = changes.Where(change => change.Class == @class).ToList();
            if (section.Count == 0)
                continue;
            output.Append(output.Length == 0 ? "" : "\n").Append("### ").Append(title).Append("\n\n");
            foreach (var change in section)
            {
                output.Append(CultureInfo.InvariantCulture, $"- **{string.Join(", ", change.Subjects)}**: {Escape(change.Message)} ")
                    .Append(CultureInfo.InvariantCulture, $"(`{change.Place.Path}:{change.Place.Line}`{(change.IsInOld ? " of the old version" : "")}, `{change.Pointer}`)\n");
            }
        }

        return output.Length == 0 ? "No changes.\n" : output.ToString();
    }

    /// <summary>The class in small letters.</summary>
    public static string NameOf(ChangeClass @class) => @class switch
    {
        ChangeClass.Breaking => "breaking",
        ChangeClass.Compatible => "compatible",
        _ => "documentation",
    };

    private static string FolderOf(ContractChange change, string oldFolder, string newFolder) => change.IsInOld ? oldFolder : newFolder;

    // Values of schemas must not become markup.
    private static string Escape(string text) => LogText.Of(text)
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);
}
