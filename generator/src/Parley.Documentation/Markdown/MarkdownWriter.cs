using Parley.Documentation.Model;
using Parley.Documentation.Output;

namespace Parley.Documentation.Markdown;

/// <summary>Writes the reference as Markdown: a page for each contract, one for all schemas, and <c>llms.txt</c> that leads to them.</summary>
internal static class MarkdownWriter
{
    // A contract's name has no dash, so that no contract can take this name.
    private const string SchemaPage = OutputFolder.Pages + "/all-schemas.md";

    /// <summary>The pages.</summary>
    public static IEnumerable<OutputFile> Write(DocumentationModel model)
    {
        yield return new OutputFile("llms.txt", Index(model));
        yield return new OutputFile(SchemaPage, Schemas(model));
        foreach (var contract in model.Contracts)
            yield return new OutputFile(PageOf(contract), new ContractPage(model, contract).Write());
    }

    private static string PageOf(ContractDocumentation contract) => OutputFolder.Pages + "/" + contract.Name + ".md";

    private static string Index(DocumentationModel model)
    {
        var text = new MarkdownText();
        text.Line("# " + Texts.Title(model)).Line();
        text.Line("> Operations that share URLs and are told apart by a member of the body, and the notifications that follow them over CometD. " +
            "Generated from JSON Schemas and contract manifests.").Line();
        text.Line("## Contracts").Line();
        foreach (var contract in model.Contracts)
            text.Line($"- [{contract.Title}]({PageOf(contract)}): {contract.Name} {contract.Version}, {contract.Operations.Count()} operations, {contract.Notifications.Count} notifications");
        text.Line().Line("## Operations").Line();
        foreach (var contract in model.Contracts)
        {
            foreach (var operation in contract.Operations)
                text.Line($"- [{operation.Id}]({PageOf(contract)}#{operation.Anchor}): {operation.Verb} {operation.Template}. {operation.Summary}");
        }

        text.Line().Line("## Notifications").Line();
        foreach (var contract in model.Contracts)
        {
            foreach (var notification in contract.Notifications)
                text.Line($"- [{notification.Id}]({PageOf(contract)}#{notification.Anchor}): on {notification.Channel}. {notification.Summary}");
        }

        text.Line().Line("## Schemas and standard documents").Line();
        text.Line($"- [All schemas]({SchemaPage}): every schema with its properties and its source");
        text.Line("- [openapi.json](openapi.json): OpenAPI 3.1, the operations");
        text.Line("- [openapi.docs.json](openapi.docs.json): a view of it with one path for each operation, for readers only");
        text.Line("- [asyncapi.json](asyncapi.json): AsyncAPI 3.0, operations and notifications");
        return text.ToString();
    }

    private static string Schemas(DocumentationModel model)
    {
        var text = new MarkdownText();
        var tables = new SchemaTable(model.Schemas, page: "");
        text.Line("# Schemas").Line();
        text.Line("Each schema with its properties and its JSON Schema (draft 2020-12) as it stands in the source.").Line();
        foreach (var schema in model.Schemas.Schemas)
        {
            text.Anchor(schema.Anchor).Line("## " + schema.Name).Line();
            text.Paragraph(schema.Description);
            tables.Write(text, schema.Source);
            text.Line($"`{schema.Source.Path}{schema.Source.Pointer}`").Line();
            text.Code(schema.Source.Json);
        }

        return text.ToString();
    }
}
