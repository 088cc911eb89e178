using System.Text.Json;

namespace Parley.Bayeux;

public sealed class ReplyExtTests
{
    private readonly ReplyExt _ext = [];

    [Fact]
    public void An_element_that_holds_no_JSON_is_refused_where_it_is_put_in()
    {
        Assert.Contains("'ext.renew'", Assert.Throws<ArgumentException>("value", () => _ext["renew"] = default).Message);
        Assert.Throws<ArgumentException>("value", () => _ext.Add("renew", default));
        Assert.Throws<ArgumentException>("value", () => _ext.Add(new KeyValuePair<string, JsonElement>("renew", default)));
        Assert.Empty(_ext);
    }

    [Theory]
    [InlineData("""{"a":["\ud800"]}""")]
    [InlineData("""{"\udc00":1}""")]
    public void A_string_that_is_no_text_is_refused_where_it_is_put_in(string value)
    {
        using var document = JsonDocument.Parse(value);
        Assert.Contains("'ext.copy'", Assert.Throws<ArgumentException>("value", () => _ext["copy"] = document.RootElement).Message);
        Assert.Empty(_ext);
    }

    [Fact]
    public void A_value_outlives_its_document()
    {
        using (var document = JsonDocument.Parse("""{"a":[1]}"""))
            _ext["copy"] = document.RootElement;
        Assert.Equal("""{"a":[1]}""", _ext["copy"].GetRawText());
    }
}
