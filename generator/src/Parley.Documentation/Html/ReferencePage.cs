using System.Text;
using Parley.Documentation.Html.Packing;
using Parley.Documentation.Html.Sections;
using Parley.Documentation.Model;

namespace Parley.Documentation.Html;

/// <summary>
/// <c>reference.html</c>: one file that asks nobody for anything. The body stands in it packed, for otherwise the markup of a few dozen operations is many times
/// their text; the script unpacks it at once, and adds tabs, search, copying, themes and the console.
/// </summary>
public static class ReferencePage
{
    /// <summary>Writes the page. The same input gives the same text on every machine.</summary>
    /// <param name="model">The contracts.</param>
    /// <param name="options">The rest.</param>
    public static string Write(DocumentationModel model, ReferenceOptions options)
    {
        var page = new PageContext(model, options);
        return Write(Texts.Title(model), Body(page), ConsoleData.Write(page));
    }

    /// <summary>A page around a body.</summary>
    internal static string Write(string title, HtmlMarkup body, HtmlMarkup data) => HtmlMarkup.Of(
        $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{Assets.Policy}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title}</title>
        <link rel="icon" href="data:,">
        <style>{HtmlMarkup.Asset(Assets.StyleSheet)}</style>
        </head>
        <body>
        <noscript>This page needs JavaScript. The same is in Markdown in the folder that it comes from.</noscript>
        <script type="text/plain" id="packed">{Convert.ToBase64String(Deflate.Compress(Encoding.UTF8.GetBytes(body.ToString())))}</script>
        <script type="application/json" id="data">{data}</script>
        <script>{HtmlMarkup.Asset(Assets.Script)}</script>
        </body>
        </html>

        """).ToString();

    /// <summary>What stands packed in the page.</summary>
    internal static HtmlMarkup Body(PageContext page)
    {
        var title = Texts.Title(page.Model);
        return HtmlMarkup.Of(
            $"""
            <a class="skip" href="#main">Skip to the reference</a>
            {NavigationSection.Write(page, title)}
            <main id="main" tabindex="-1">
            {OverviewSection.Write(page, title)}
            {page.Model.Contracts.Select(contract => ContractSection.Write(page, contract))}
            {ErrorSection.Write(page)}
            {SchemaSection.Write(page)}
            {ChangeLogSection.Write(page)}
            </main>
            """);
    }
}
