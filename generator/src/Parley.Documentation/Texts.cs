using System.Globalization;
using System.Text;
using Parley.Documentation.Model;
using Parley.Schema.Model;

namespace Parley.Documentation;

/// <summary>Sentences that several documents share.</summary>
internal static class Texts
{
    /// <summary>Title of a document about all contracts.</summary>
    public static string Title(DocumentationModel model) => model.Contracts is [var only] ? only.Title : "API reference";

    /// <summary>Versions of the contracts, in one line.</summary>
    public static string Version(DocumentationModel model) => model.Contracts is [var only]
        ? only.Version
        : string.Join(", ", model.Contracts.Select(static contract => contract.Name + " " + contract.Version));

    /// <summary>What a document about all contracts is about.</summary>
    public static string Describe(DocumentationModel model) => model.Contracts is [var only]
        ? Describe(only)
        : string.Join("\n", model.Contracts.Select(static contract => $"* **{contract.Name}** {contract.Version}: {contract.Title}"));

    /// <summary>What a contract is about; its title when it says no more.</summary>
    public static string Describe(ContractDocumentation contract) => contract.Description ?? contract.Title;

    /// <summary>A row of a failure catalogue as a Markdown list item.</summary>
    public static string Row(FailureModel failure) =>
        string.Create(CultureInfo.InvariantCulture, $"* `{failure.Kind}`, code {failure.Code}: {failure.Description}");

    /// <summary>The operations of one URL as a Markdown table.</summary>
    public static string Table(IEnumerable<OperationDocumentation> operations)
    {
        var output = new StringBuilder("| value | operation | what it does |\n| --- | --- | --- |\n");
        foreach (var operation in operations)
            output.Append("| ").Append(operation.WireName is null ? "" : "`" + operation.WireName + "`").Append(" | ").Append(operation.Id).Append(" | ").Append(Cell(operation.Summary)).Append(" |\n");
        return output.ToString().TrimEnd('\n');
    }

    /// <summary>Text within a cell of a Markdown table.</summary>
    public static string Cell(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal);
}
