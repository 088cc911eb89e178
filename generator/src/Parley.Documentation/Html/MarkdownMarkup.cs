using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Parley.Documentation.Html;

/// <summary>
/// CommonMark of descriptions as HTML. Only what is listed here is written: raw HTML stays text, a picture becomes a link, so that nothing is fetched,
/// and a link leads to the web, to a mail address or into the page.
/// </summary>
internal static class MarkdownMarkup
{
    private static readonly MarkdownPipeline CommonMark = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>Paragraphs, lists and code.</summary>
    public static HtmlMarkup Blocks(string? markdown) =>
        markdown is null ? HtmlMarkup.Empty : Blocks(Markdig.Markdown.Parse(markdown, CommonMark));

    /// <summary>The same for one line beside others: a single paragraph is not wrapped.</summary>
    public static HtmlMarkup Line(string? markdown)
    {
        if (markdown is null)
            return HtmlMarkup.Empty;

        var document = Markdig.Markdown.Parse(markdown, CommonMark);
        return document is [ParagraphBlock paragraph] ? Inlines(paragraph.Inline) : Blocks(document);
    }

    private static HtmlMarkup Blocks(ContainerBlock container) => HtmlMarkup.Join(container.Select(Block));

    private static HtmlMarkup Block(Block block) => block switch
    {
        // A heading of a description is below every heading of the page; a bold line does not disturb the outline.
        HeadingBlock heading => HtmlMarkup.Of($"<p><strong>{Inlines(heading.Inline)}</strong></p>"),
        ParagraphBlock paragraph => HtmlMarkup.Of($"<p>{Inlines(paragraph.Inline)}</p>"),
        ListBlock { IsOrdered: true } list => HtmlMarkup.Of($"<ol>{Items(list)}</ol>"),
        ListBlock list => HtmlMarkup.Of($"<ul>{Items(list)}</ul>"),
        QuoteBlock quote => HtmlMarkup.Of($"<blockquote>{Blocks(quote)}</blockquote>"),
        CodeBlock code => HtmlMarkup.Of($"<pre><code>{code.Lines.ToString()}</code></pre>"),
        ThematicBreakBlock => HtmlMarkup.Of($"<hr>"),
        ContainerBlock container => Blocks(container),
        _ => HtmlMarkup.Empty,
    };

    private static IEnumerable<HtmlMarkup> Items(ListBlock list) =>
        list.OfType<ListItemBlock>().Select(item => HtmlMarkup.Of($"<li>{(item is [ParagraphBlock only] ? Inlines(only.Inline) : Blocks(item))}"));

    private static HtmlMarkup Inlines(ContainerInline? container) => container is null ? HtmlMarkup.Empty : HtmlMarkup.Join(container.Select(Inline));

    private static HtmlMarkup Inline(Inline inline) => inline switch
    {
        LiteralInline literal => HtmlMarkup.Text(literal.Content.ToString()),
        CodeInline code => HtmlMarkup.Of($"<code>{code.Content}</code>"),
        EmphasisInline { DelimiterCount: 2 } strong => HtmlMarkup.Of($"<strong>{Inlines(strong)}</strong>"),
        EmphasisInline emphasis => HtmlMarkup.Of($"<em>{Inlines(emphasis)}</em>"),
        LineBreakInline { IsHard: true } => HtmlMarkup.Of($"<br>"),
        LineBreakInline => HtmlMarkup.Text("\n"),
        LinkInline link => Link(link.Url, link.FirstChild is null ? HtmlMarkup.Text(link.Url ?? "") : Inlines(link)),
        AutolinkInline link => Link(link.IsEmail ? "mailto:" + link.Url : link.Url, HtmlMarkup.Text(link.Url)),
        HtmlEntityInline entity => HtmlMarkup.Text(entity.Transcoded.ToString()),
        HtmlInline html => HtmlMarkup.Text(html.Tag),
        ContainerInline container => Inlines(container),
        _ => HtmlMarkup.Empty,
    };

    private static HtmlMarkup Link(string? url, HtmlMarkup text) => url switch
    {
        null => text,
        ['#', ..] => HtmlMarkup.Of($"""<a href="{url}">{text}</a>"""),
        _ when Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto" =>
            HtmlMarkup.Of($"""<a href="{uri.AbsoluteUri}" rel="noreferrer">{text}</a>"""),
        _ => text,
    };
}
