using Parley.Documentation.Model;

namespace Parley.Documentation.Html.Sections;

/// <summary>What there is, and what the samples take for granted.</summary>
internal static class OverviewSection
{
    public static HtmlMarkup Write(PageContext page, string title) => HtmlMarkup.Of(
        $"""
        <section id="overview"><h1>{title}</h1>
        <ul class="cards">{page.Model.Contracts.Select(Card)}</ul>
        <h2>Calling it</h2>
        <p>An operation is an HTTP call. Its answer says whether the operation was accepted; what comes of it follows as notifications over CometD, which each operation lists under <em>Then, on CometD</em>. The samples take this for granted:</p>
        {SampleTabs.Write([
            ("curl", "SERVER=https://example.com  # without a slash at its end\nUSER=login:password"),
            ("C#", "var http = new ParleyHttpClient(new HttpClient { BaseAddress = new Uri(\"https://example.com\") });"),
            ("JavaScript", $$"""
                import { CometD } from 'cometd';

                const headers = { 'Content-Type': 'application/json', Authorization: `Basic ${btoa('login:password')}` };
                const cometd = new CometD();
                cometd.unregisterTransport('websocket');  // browsers send no headers with it
                cometd.configure({ url: '{{page.Options.CometDPath}}', requestHeaders: headers });
                await new Promise(resolve => cometd.handshake(resolve));
                """),
        ])}
        </section>
        """);

    private static HtmlMarkup Card(ContractDocumentation contract) => HtmlMarkup.Of(
        $"""<li><a href="{"#" + contract.Anchor}">{contract.Title}</a> <small>{contract.Name} {contract.Version}</small><p>{Count(contract.Operations.Count(), "operation")}{(contract.Notifications.Count > 0 ? ", " + Count(contract.Notifications.Count, "notification") : "")}</p>""");

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
