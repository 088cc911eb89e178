using Parley.Documentation.Model;

namespace Parley.Documentation.Html.Sections;

/// <summary>The table of contents, with search and theme.</summary>
internal static class NavigationSection
{
    public static HtmlMarkup Write(PageContext page, string title) => HtmlMarkup.Of(
        $"""
        <header class="bar"><button type="button" id="menu" aria-expanded="false" aria-controls="nav" hidden>Menu</button><a href="#overview">{title}</a></header>
        <nav id="nav" aria-label="Reference">
        <div class="tools"><div role="search"><label for="search" class="sr">Search operations, members and errors</label><input type="search" id="search" placeholder="Search  ( / )" autocomplete="off" hidden></div><button type="button" id="theme" hidden>Dark</button><div id="hits" role="region" aria-label="Search hits" hidden></div><p id="found" class="sr" aria-live="polite"></p></div>
        <ul><li><a href="#overview">Overview</a></ul>
        {page.Model.Contracts.Select(contract => Contract(page, contract))}
        <ul class="rest"><li><a href="#errors">Errors</a><li><a href="#schemas">Schemas</a>{(page.Options.ChangeLog is null ? HtmlMarkup.Empty : HtmlMarkup.Of($"""<li><a href="#changes">Changes</a>"""))}</ul>
        </nav>
        """);

    private static HtmlMarkup Contract(PageContext page, ContractDocumentation contract) => HtmlMarkup.Of(
        $"""
        <details open><summary>{contract.Title}</summary><ul><li><a href="{"#" + contract.Anchor}">{(contract.States.Count > 0 ? "States and operations" : "Operations")}</a>{contract.Operations.Select(operation => Operation(page, operation))}{contract.Notifications.Select(notification => Notification(page, notification))}</ul></details>

        """);

    private static HtmlMarkup Operation(PageContext page, OperationDocumentation operation) => HtmlMarkup.Of(
        $"""<li>{PageContext.Link(operation.Anchor, operation.Name)}{page.BadgeOf(operation.Id, operation.Name)}<small>{operation.Verb}</small>""");

    private static HtmlMarkup Notification(PageContext page, NotificationDocumentation notification) => HtmlMarkup.Of(
        $"""<li>{PageContext.Link(notification.Anchor, notification.Name)}{page.BadgeOf(notification.Id, notification.Name)}<small class="event">EVENT</small>""");

}
