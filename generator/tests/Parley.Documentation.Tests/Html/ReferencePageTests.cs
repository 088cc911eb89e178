using System.Security.Cryptography;
using System.Text;
using Parley.Documentation.Html;

namespace Parley.Documentation.Tests.Html;

public sealed class ReferencePageTests
{
    private static readonly string Page = ReferencePage.Write(Tests.Samples.GreetingModel(), new ReferenceOptions());

    [Fact]
    public void Same_contracts_give_the_same_page() =>
        Assert.Equal(Page, ReferencePage.Write(Tests.Samples.GreetingModel(), new ReferenceOptions()));

    [Theory]
    [InlineData("script-src", "<script>", "</script>")]
    [InlineData("style-src", "<style>", "</style>")]
    public void The_policy_allows_the_page_its_own_script_and_style_alone(string directive, string start, string end)
    {
        var from = Page.LastIndexOf(start, StringComparison.Ordinal) + start.Length;
        var text = Page[from..Page.IndexOf(end, from, StringComparison.Ordinal)];
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

        Assert.Contains($"{directive} 'sha256-{hash}';", Page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none';", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Page, StringComparison.Ordinal);
    }
}
