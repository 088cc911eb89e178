using Parley.Documentation.Model;

namespace Parley.Documentation.Html.Sections;

/// <summary>Everything about one notification.</summary>
internal static class NotificationSection
{
    public static HtmlMarkup Write(PageContext page, NotificationDocumentation notification)
    {
        var example = notification.Payload.Source.Json.Find("examples")?.Value.Items is [var first, ..] ? PageContext.Json(first) : HtmlMarkup.Empty;
        return HtmlMarkup.Of(
            $"""
            <section class="op" id="{notification.Anchor}">{page.ContractOf(notification.Contract)}<h3>{notification.Name} {page.BadgeOf(notification.Id, notification.Name)}</h3><p class="sum">{notification.Summary}</p>
            <div class="text"><p class="route"><b class="event">EVENT</b> <code>{notification.Channel}</code></p>{Selectors(notification)}{After(notification)}
            <h4>Data</h4><div class="schema">{page.InPlace(notification.Payload)}</div></div>
            <div class="samples"><h4>Example</h4>{example}</div></section>

            """);
    }

    private static HtmlMarkup Selectors(NotificationDocumentation notification) => notification.Selectors.Count == 0 ? HtmlMarkup.Empty : HtmlMarkup.Of(
        $"<p>Told from others on the channel by {HtmlMarkup.Join(notification.Selectors.Select(selector => HtmlMarkup.Of($"<code>{selector.Member}</code> {HtmlMarkup.Join(selector.Values.Select(value => HtmlMarkup.Of($"<code>\"{value}\"</code>")), " or ")}")), " and ")}.</p>");

    private static HtmlMarkup After(NotificationDocumentation notification) => notification.CausedBy.Count == 0
        ? HtmlMarkup.Empty
        : HtmlMarkup.Of($"<p>Sent after {HtmlMarkup.Join(notification.CausedBy.Select(link => PageContext.Link(link.Anchor, link.Name)), ", ")}.</p>");
}
