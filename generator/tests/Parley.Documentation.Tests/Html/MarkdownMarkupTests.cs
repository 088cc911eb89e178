using Parley.Documentation.Html;

namespace Parley.Documentation.Tests.Html;

public sealed class MarkdownMarkupTests
{
    [Theory]
    [InlineData("plain `code` *soft* **strong**", "<p>plain <code>code</code> <em>soft</em> <strong>strong</strong></p>")]
    [InlineData("* one\n* two", "<ul><li>one<li>two</ul>")]
    [InlineData("# Title", "<p><strong>Title</strong></p>")]
    [InlineData("<b onclick=x>raw</b>", "<p>&lt;b onclick=x&gt;raw&lt;/b&gt;</p>")]
    [InlineData("![picture](https://example.com/a.png)", "<p><a href=\"https://example.com/a.png\" rel=\"noreferrer\">picture</a></p>")]
    [InlineData("[run](javascript:alert(1))", "<p>run</p>")]
    [InlineData("[data](data:text/html,x)", "<p>data</p>")]
    [InlineData("[part](#errors)", "<p><a href=\"#errors\">part</a></p>")]
    [InlineData("[mail](mailto:a@example.com)", "<p><a href=\"mailto:a@example.com\" rel=\"noreferrer\">mail</a></p>")]
    public void Only_harmless_markup_is_written(string markdown, string expected) =>
        Assert.Equal(expected, MarkdownMarkup.Blocks(markdown).ToString());

    [Fact]
    public void A_single_paragraph_beside_others_is_not_wrapped() => Assert.Equal("a <code>b</code>", MarkdownMarkup.Line("a `b`").ToString());
}
