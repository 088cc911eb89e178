using Parley.Schema.Json;

namespace Parley.Schema.Tests.Json;

public sealed class JsonPointerTests
{
    [Theory]
    [InlineData("a", "#/a")]
    [InlineData("", "#/")]
    [InlineData("a/b", "#/a~1b")]
    [InlineData("m~n", "#/m~0n")]
    [InlineData("c%d", "#/c%25d")]
    [InlineData("a b\"", "#/a%20b%22")]
    [InlineData("é", "#/%C3%A9")]
    [InlineData("\U0001F600", "#/%F0%9F%98%80")]
    [InlineData("\u2028\n", "#/%E2%80%A8%0A")]
    [InlineData("$defs", "#/$defs")]
    public void A_place_has_one_spelling_in_printable_ascii(string token, string expected) => Assert.Equal(expected, JsonPointer.Append("#", token));

    [Theory]
    [InlineData("", "#")]
    [InlineData("/a", "#/a")]
    [InlineData("/%61", "#/a")]
    [InlineData("/é", "#/%C3%A9")]
    [InlineData("/%c3%a9", "#/%C3%A9")]
    [InlineData("/a~1b/m~0n", "#/a~1b/m~0n")]
    [InlineData("/a%7E1b", "#/a~1b")]
    [InlineData("//", "#//")]
    public void Spellings_of_one_place_are_brought_together(string fragment, string expected)
    {
        Assert.True(JsonPointer.TryNormalize(fragment, out var pointer));
        Assert.Equal(expected, pointer);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("/~")]
    [InlineData("/~2")]
    [InlineData("/%")]
    [InlineData("/%zz")]
    [InlineData("/%ff")]
    public void Anything_else_is_no_pointer(string fragment) => Assert.False(JsonPointer.TryNormalize(fragment, out _));

    [Fact]
    public void Hostile_length_is_refused_at_once() => Assert.False(JsonPointer.TryNormalize(new string('/', 1_000_000), out _));
}
