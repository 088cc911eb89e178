using System.Text.Json;

namespace Parley.Tests.Json;

public sealed class JsonValueTests
{
    [Theory]
    [InlineData("1", "1.0")]
    [InlineData("""{"a":1,"b":[2]}""", """{ "b": [2.0], "a": 1 }""")]
    [InlineData("""["\u0061"]""", """["a"]""")]
    [InlineData("""{"\u0061":null}""", """{"a":null}""")]
    [InlineData("[ ]", "[]")]
    [InlineData("\"\\n\"", "\"\\u000a\"")]
    public void Equal_values_are_equal_however_they_are_written(string left, string right)
    {
        Assert.Equal(JsonValue.Parse(left), JsonValue.Parse(right));
        Assert.Equal(JsonValue.Parse(left).GetHashCode(), JsonValue.Parse(right).GetHashCode());
    }

    [Theory]
    [InlineData("1", "true")]
    [InlineData("0", "false")]
    [InlineData("\"1\"", "1")]
    [InlineData("[1,2]", "[2,1]")]
    [InlineData("[1]", "[1,1]")]
    [InlineData("""{"a":1}""", """{"a":1,"b":1}""")]
    [InlineData("""{"a":1}""", """{"b":1}""")]
    [InlineData("null", "[]")]
    public void Different_values_differ(string left, string right) => Assert.NotEqual(JsonValue.Parse(left), JsonValue.Parse(right));

    [Fact]
    public void Values_are_made_from_CSharp()
    {
        Assert.Equal("\"a\\\"\"", JsonValue.From("a\"").ToString());
        Assert.Equal("5", JsonValue.From(5).ToString());
        Assert.Equal("true", JsonValue.From(true).ToString());
        Assert.Equal(JsonValue.Null, JsonValue.From((string?)null));
        Assert.Equal(JsonValue.Parse("[1]"), JsonValue.From(JsonDocument.Parse("[1]").RootElement));
        JsonValue implicitly = "x";
        Assert.True(implicitly.TryGetString(out var text));
        Assert.Equal("x", text);
    }

    [Fact]
    public void The_default_is_null()
    {
        Assert.Equal(JsonValueKind.Null, default(JsonValue).Kind);
        Assert.Equal("null", default(JsonValue).ToString());
        Assert.Equal(JsonValue.Parse("null"), default);
    }

    [Fact]
    public void Members_are_found()
    {
        var value = JsonValue.Parse("""{"a":{"b":[1]},"c":2}""");

        Assert.True(value.TryGetMember("a", out var a));
        Assert.Equal(JsonValue.Parse("""{"b":[1]}"""), a);
        Assert.True(value.TryGetMember("c", out var c) && c.TryGetNumber(out var number) && number == 2);
        Assert.False(value.TryGetMember("b", out _));
        Assert.False(c.TryGetMember("x", out _));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("1 2")]
    [InlineData("")]
    [InlineData("\"\\ud800\"")]
    public void What_is_no_JSON_is_refused(string text) => Assert.Throws<JsonException>(() => JsonValue.Parse(text));

    [Fact]
    public void The_serializer_keeps_it()
    {
        var read = JsonSerializer.Deserialize<Dictionary<string, JsonValue>>("""{"a":null,"b":[1.50]}""")!;

        Assert.Equal(JsonValue.Null, read["a"]);
        Assert.Equal("""{"a":null,"b":[1.50]}""", JsonSerializer.Serialize(read));
    }

    [Fact]
    public void Comments_and_trailing_commas_that_were_let_pass_are_not_kept()
    {
        var reader = new Utf8JsonCursor("[1,/*x*/2,]"u8, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        reader.Read();

        Assert.Equal("[1,2]", JsonValue.Read(ref reader).ToString());
    }
}
