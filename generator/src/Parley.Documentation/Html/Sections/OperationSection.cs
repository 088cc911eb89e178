using Parley.Documentation.Html.Samples;
using Parley.Documentation.Model;

namespace Parley.Documentation.Html.Sections;

/// <summary>Everything about one operation.</summary>
internal static class OperationSection
{
    public static HtmlMarkup Write(PageContext page, OperationDocumentation operation)
    {
        var example = operation.Examples.Count > 0 ? operation.Examples[0] : null;
        var channels = operation.Notifies.Select(link => page.Notifications[link.Id].Channel).Distinct(StringComparer.Ordinal);
        return HtmlMarkup.Of(
            $"""
            <section class="op" id="{operation.Anchor}">{page.ContractOf(operation.Contract)}<h3>{operation.Name} {page.BadgeOf(operation.Id, operation.Name)}</h3><p class="sum">{operation.Summary}</p>
            <div class="text"><p class="route"><b>{operation.Verb}</b> <code>{operation.Template}</code>{Selector(operation)}</p>
            {MarkdownMarkup.Blocks(operation.Description)}{Facts(operation)}
            {Headers(operation)}{Query(page, operation)}{Body(page, operation)}{Answers(operation, example)}{Then(page, operation)}</div>
            {SampleTabs.Write([
                ("curl", CurlSample.Of(operation, example?.Request)),
                ("C#", new CSharpSample(page.Types).Of(operation, example?.Request)),
                ("JavaScript", JavaScriptSample.Of(operation, channels, example?.Request)),
            ])}</section>

            """);
    }

    private static HtmlMarkup Selector(OperationDocumentation operation)
    {
        if (operation.Discriminator is not { } discriminator)
            return HtmlMarkup.Empty;

        var wireName = operation.WireName ?? operation.Name;
        var warning = HtmlMarkup.If(wireName != operation.Name, $" <em>the wire name differs</em>");
        return HtmlMarkup.Of($" with <code>{discriminator}</code> <code class=\"wire\">\"{wireName}\"</code>{warning}");
    }

    private static HtmlMarkup Facts(OperationDocumentation operation)
    {
        var facts = new List<HtmlMarkup>();
        if (operation.From.Count > 0 || operation.To is not null)
        {
            var to = operation.To is null ? HtmlMarkup.Empty : HtmlMarkup.Of($" → {State(operation, operation.To)}");
            var from = operation.From.Count == 0 ? HtmlMarkup.Text("any state") : HtmlMarkup.Join(operation.From.Select(state => State(operation, state)), " ");
            facts.Add(HtmlMarkup.Of($"<dt>Allowed in<dd>{from}{to}"));
        }

        if (operation.Permissions.Count > 0)
            facts.Add(HtmlMarkup.Of($"<dt>Permission<dd>{string.Join(" or ", operation.Permissions)}"));
        if (operation.Features.Count > 0)
            facts.Add(HtmlMarkup.Of($"<dt>Features<dd>{PageContext.Codes(operation.Features)}"));
        if (operation.Capability is { } capability)
            facts.Add(HtmlMarkup.Of($"<dt>Capability<dd><code>{capability}</code>"));
        if (operation.Channel is { } channel)
            facts.Add(HtmlMarkup.Of($"<dt>For channel<dd><code>{channel}</code>"));
        return facts.Count == 0 ? HtmlMarkup.Empty : HtmlMarkup.Of($"<dl class=\"facts\">{facts}</dl>");
    }

    private static HtmlMarkup State(OperationDocumentation operation, string state) =>
        HtmlMarkup.Of($"""<a class="pill" href="{$"#state/{operation.Contract}.{state}"}">{state}</a>""");

    private static HtmlMarkup Headers(OperationDocumentation operation) => operation.Headers.Count == 0
        ? HtmlMarkup.Empty
        : HtmlMarkup.Of($"<h4>Headers</h4><dl>{operation.Headers.Select(static header => HtmlMarkup.Of($"<dt><code>{header.Name}</code><dd>{MarkdownMarkup.Blocks(header.Description)}{(header.Example is null ? HtmlMarkup.Empty : HtmlMarkup.Of($"<p>Such as <code>{header.Example}</code></p>"))}"))}</dl>");

    private static HtmlMarkup Query(PageContext page, OperationDocumentation operation)
    {
        if (operation.Query.Count == 0)
            return HtmlMarkup.Empty;

        var rows = operation.Query.Select(parameter => HtmlMarkup.Of(
            $"<dt><code>{parameter.Name}</code>{HtmlMarkup.If(parameter.Required, $" <em>required</em>")}<dd>{page.SchemaOf(parameter.Schema)}"));
        return HtmlMarkup.Of($"<h4>Query</h4><dl>{rows}</dl>");
    }

    private static HtmlMarkup Body(PageContext page, OperationDocumentation operation) => operation.Request is not { } request
        ? HtmlMarkup.Empty
        : HtmlMarkup.Of($"<h4>Body</h4><div class=\"schema\">{page.InPlace(request)}</div>");

    private static HtmlMarkup Answers(OperationDocumentation operation, ExampleDocumentation? example)
    {
        var statuses = operation.PossibleFailures.Select(failure => failure.HttpStatus).Distinct().Order();
        var failure = example?.Failure ?? operation.Examples.Select(other => other.Failure).FirstOrDefault(other => other is not null);
        return HtmlMarkup.Of(
            $"""
            <h4>Answers</h4><div class="answers"><div><p><b>Success</b> 200 {PageContext.Link(operation.Success.Anchor, operation.Success.ShortName)}</p>{(example is null ? HtmlMarkup.Empty : PageContext.Json(example.Success))}</div><div><p><b>Failure</b> {string.Join(", ", statuses)} {PageContext.Link(operation.Envelope.Anchor, "errors")}</p>{(failure is null ? HtmlMarkup.Empty : PageContext.Json(failure))}</div></div>
            """);
    }

    private static HtmlMarkup Then(PageContext page, OperationDocumentation operation)
    {
        if (operation.Notifies.Count == 0)
            return HtmlMarkup.Empty;

        var notifications = operation.Notifies.Select(link => page.Notifications[link.Id]);
        return HtmlMarkup.Of($"<h4>Then, on CometD</h4><ul class=\"then\">{notifications.Select(Notification)}</ul>");
    }

    private static HtmlMarkup Notification(NotificationDocumentation notification)
    {
        var example = notification.Payload.Source.Json.Find("examples")?.Value.Items is [var first, ..]
            ? HtmlMarkup.Of($"<details><summary>Message</summary>{PageContext.Json(first)}</details>")
            : HtmlMarkup.Empty;
        return HtmlMarkup.Of(
            $"<li>{PageContext.Link(notification.Anchor, notification.Name)} on <code>{notification.Channel}</code><p>{notification.Summary}</p>{example}");
    }
}
