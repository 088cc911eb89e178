using Parley.Documentation.Html;

namespace Parley.Documentation.Tests.Html;

public sealed class HtmlMarkupTests
{
    private const string Hostile = "<script>\"&'</script>\u0000";

    [Fact]
    public void Text_between_tags_is_encoded() =>
        Assert.Equal("<p>&lt;script&gt;\"&amp;'&lt;/script&gt;\uFFFD</p>", HtmlMarkup.Of($"<p>{Hostile}</p>").ToString());

    [Fact]
    public void A_value_cannot_leave_its_attribute() =>
        Assert.Equal("<p title=\"&lt;script&gt;&quot;&amp;'&lt;/script&gt;\uFFFD\">", HtmlMarkup.Of($"<p title=\"{Hostile}\">").ToString());

    [Fact]
    public void Markup_is_not_encoded_twice() =>
        Assert.Equal("<p><b>&lt;</b></p>", HtmlMarkup.Of($"<p>{HtmlMarkup.Of($"<b>{"<"}</b>")}</p>").ToString());

    [Fact]
    public void A_value_without_quotes_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => HtmlMarkup.Of($"<p title={Hostile}>"));

    [Fact]
    public void Markup_within_a_tag_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => HtmlMarkup.Of($"<p title=\"{HtmlMarkup.Text("x")}\">"));

    [Fact]
    public void Data_cannot_end_its_element() =>
        Assert.Equal("{\"a\":\"\\u003C/script>\"}", HtmlMarkup.Data("{\"a\":\"</script>\"}").ToString());
}
