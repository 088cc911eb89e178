namespace Parley.Documentation.Html.Sections;

/// <summary>The change log of the contracts.</summary>
internal static class ChangeLogSection
{
    public static HtmlMarkup Write(PageContext page) => page.Options.ChangeLog is not { } changes
        ? HtmlMarkup.Empty
        : HtmlMarkup.Of(
            $"""
            <section id="changes"><h2>Changes</h2>
            {MarkdownMarkup.Blocks(changes)}
            </section>
            """);
}
