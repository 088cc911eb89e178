namespace Parley.Documentation.Html.Sections;

/// <summary>The schemas that several places share.</summary>
internal static class SchemaSection
{
    public static HtmlMarkup Write(PageContext page) => HtmlMarkup.Of(
        $"""
        <section id="schemas"><h2>Schemas</h2>
        {page.SharedSchemas.Select(schema => HtmlMarkup.Of($"""
        <section id="{schema.Anchor}"><h3>{schema.ShortName} <small>{schema.Source.Path}</small></h3><div class="schema">{page.SchemaOf(schema.Source, withTitle: false)}</div></section>

        """))}</section>
        """);
}
