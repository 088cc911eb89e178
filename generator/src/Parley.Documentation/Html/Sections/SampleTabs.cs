namespace Parley.Documentation.Html.Sections;

/// <summary>The same in several languages: one below the other, which the script turns into tabs.</summary>
internal static class SampleTabs
{
    public static HtmlMarkup Write(IEnumerable<(string Language, string Code)> samples) => HtmlMarkup.Of(
        $"""<div class="samples">{samples.Select(sample => HtmlMarkup.Of($"<h4>{sample.Language}</h4><pre><code>{sample.Code}</code></pre>"))}</div>""");
}
