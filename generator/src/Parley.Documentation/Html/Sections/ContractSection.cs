using Parley.Documentation.Html.Diagrams;
using Parley.Documentation.Model;

namespace Parley.Documentation.Html.Sections;

/// <summary>A contract: description, states, operations, notifications.</summary>
internal static class ContractSection
{
    public static HtmlMarkup Write(PageContext page, ContractDocumentation contract) => HtmlMarkup.Of(
        $"""
        <section class="contract"><section id="{contract.Anchor}"><h2>{contract.Title} <small>{contract.Name} {contract.Version}</small></h2>
        {MarkdownMarkup.Blocks(contract.Description)}
        {States(contract)}
        {Matrix(page, contract)}
        {contract.Resources.Select(Resource)}</section>
        {contract.Operations.Select(operation => OperationSection.Write(page, operation))}
        {contract.Notifications.Select(notification => NotificationSection.Write(page, notification))}</section>

        """);

    private static HtmlMarkup States(ContractDocumentation contract) => contract.States.Count == 0 ? HtmlMarkup.Empty : HtmlMarkup.Of(
        $"""
        <h3>States</h3>
        {StateDiagram.Of(contract)}
        <dl>{contract.States.Select(state => HtmlMarkup.Of($"""<dt id="{state.Anchor}"><b>{state.Name}</b>{HtmlMarkup.If(state.Terminal, $" <em>end</em>")}<dd>{MarkdownMarkup.Line(state.Description)}"""))}</dl>
        """);

    private static HtmlMarkup Matrix(PageContext page, ContractDocumentation contract)
    {
        var hasStates = contract.States.Count > 0;
        var hasNotifications = contract.Notifications.Count > 0;
        var hasResults = page.Options.PactResults is not null;
        return HtmlMarkup.Of(
            $"""
            <div class="wide" role="region" tabindex="0" aria-label="{"Operations of " + contract.Title}"><table><thead><tr><th>Operation{HtmlMarkup.If(hasStates, $"<th>Allowed in<th>Leads to")}<th>Permission{HtmlMarkup.If(hasNotifications, $"<th>Then, on CometD")}{HtmlMarkup.If(hasResults, $"<th>Contract")}<tbody>{contract.Operations.Select(operation => HtmlMarkup.Of(
                $"<tr><td>{PageContext.Link(operation.Anchor, operation.Name)}{HtmlMarkup.If(hasStates, $"<td>{string.Join(", ", operation.From)}<td>{operation.To ?? ""}")}<td>{string.Join(" or ", operation.Permissions)}{HtmlMarkup.If(hasNotifications, $"<td>{HtmlMarkup.Join(operation.Notifies.Select(link => PageContext.Link(link.Anchor, link.Name)), ", ")}")}{HtmlMarkup.If(hasResults, $"<td>{page.BadgeOf(operation.Id, operation.Name)}")}"))}</table></div>
            """);
    }

    private static HtmlMarkup Resource(ResourceDocumentation resource) => HtmlMarkup.Of(
        $"""
        <div id="{resource.Anchor}"><h3><code>{resource.Template}</code></h3>{MarkdownMarkup.Blocks(resource.Description)}{Parameters(resource)}{(resource.ServiceChannel is { } channel ? HtmlMarkup.Of($"<p>The same operations are answered on the CometD service channel <code>{channel}</code>.</p>") : HtmlMarkup.Empty)}</div>
        """);

    private static HtmlMarkup Parameters(ResourceDocumentation resource) => resource.Parameters.Count == 0 ? HtmlMarkup.Empty : HtmlMarkup.Of(
        $"<dl>{resource.Parameters.Select(parameter => HtmlMarkup.Of($"<dt><code>{parameter.Name}</code> <em>in the path</em><dd>{MarkdownMarkup.Line(parameter.Description)}{(parameter.Example is { } example ? HtmlMarkup.Of($" Such as <code>{example}</code>.") : HtmlMarkup.Empty)}"))}</dl>");
}
