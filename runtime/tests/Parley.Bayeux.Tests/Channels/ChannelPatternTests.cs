namespace Parley.Bayeux;

public sealed class ChannelPatternTests
{
    [Theory]
    [InlineData("/a/b", "/a/b", true)]
    [InlineData("/a/b", "/a/b/c", false)]
    [InlineData("/a/*", "/a/b", true)]
    [InlineData("/a/*", "/a/b/c", false)]
    [InlineData("/a/*", "/a", false)]
    [InlineData("/a/**", "/a/b", true)]
    [InlineData("/a/**", "/a/b/c", true)]
    [InlineData("/a/**", "/a", false)]
    [InlineData("/a/**", "/ab/c", false)]
    [InlineData("/*", "/a", true)]
    [InlineData("/**", "/a/b", true)]
    public void A_star_is_one_segment_and_two_are_one_or_more(string pattern, string channel, bool matches)
    {
        Assert.True(ChannelPattern.TryParse(pattern, out var parsed));
        Assert.Equal(matches, parsed.Matches(channel));
    }

    [Theory]
    [InlineData("/v2/me/**", "/v2/me/x", true)]
    [InlineData("/v2/me/**", "/v2/me/*", true)]
    [InlineData("/v2/me/**", "/v2/me/x/**", true)]
    [InlineData("/v2/me/**", "/v2/**", false)]
    [InlineData("/v2/me/*", "/v2/me/*", true)]
    [InlineData("/v2/me/*", "/v2/me/**", false)]
    public void A_pattern_covers_what_is_inside_it(string pattern, string other, bool covers)
    {
        Assert.True(ChannelPattern.TryParse(pattern, out var outer));
        Assert.True(ChannelPattern.TryParse(other, out var inner));
        Assert.Equal(covers, outer.Covers(inner));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("a/b")]
    [InlineData("/a/")]
    [InlineData("/a//b")]
    [InlineData("/a/*/b")]
    [InlineData("/a*")]
    [InlineData("/a/***")]
    [InlineData("/ä")]
    [InlineData("/a\n")]
    [InlineData("/a?b")]
    public void Other_text_is_no_channel(string? text) => Assert.False(ChannelPattern.TryParse(text, out _));

    [Theory]
    [InlineData("/meta/connect", true, false)]
    [InlineData("/metal", false, false)]
    [InlineData("/service/x", false, true)]
    [InlineData("/services", false, false)]
    public void Meta_and_service_are_whole_segments(string channel, bool meta, bool service)
    {
        Assert.True(ChannelPattern.TryParse(channel, out var pattern));
        Assert.Equal((meta, service), (pattern.IsMeta, pattern.IsService));
    }

    [Fact]
    public void A_channel_has_at_most_512_characters()
    {
        Assert.True(ChannelPattern.TryParse("/" + new string('a', 511), out _));
        Assert.False(ChannelPattern.TryParse("/" + new string('a', 512), out _));
    }
}
