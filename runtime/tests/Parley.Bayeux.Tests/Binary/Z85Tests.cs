namespace Parley.Bayeux;

public sealed class Z85Tests
{
    [Fact]
    public void The_example_of_the_specification_holds()
    {
        byte[] bytes = [0x86, 0x4F, 0xD2, 0x6F, 0xB5, 0x59, 0xF7, 0x5B];
        Assert.Equal("HelloWorld", Z85.Encode(bytes));
        Assert.True(Z85.TryDecode("HelloWorld", out var decoded));
        Assert.Equal(bytes, decoded);
    }

    [Fact]
    public void Bytes_of_any_length_come_back()
    {
        var random = new Random(11);
        for (var length = 0; length < 300; length++)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            Assert.True(Z85.TryDecode(Z85.Encode(bytes), out var decoded));
            Assert.Equal(bytes, decoded);
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("Hello\"")]
    [InlineData("#####")]
    [InlineData("Helloä")]
    public void Other_text_is_refused(string text) => Assert.False(Z85.TryDecode(text, out _));

    [Theory]
    [InlineData("""{"data":"HelloWorld","last":false,"meta":{"n":1}}""", 8, false, """{"n":1}""")]
    [InlineData("""{"data":""}""", 0, true, "")]
    public void A_chunk_is_read_and_written(string json, int length, bool last, string meta)
    {
        var binary = BayeuxBinary.Parse(Json.Utf8(json))!;
        Assert.Equal((length, last, meta), (binary.Data.Length, binary.Last, System.Text.Encoding.UTF8.GetString(binary.Meta.Span)));
        Assert.Equal(binary.Data.ToArray(), BayeuxBinary.Parse(binary.ToJson())!.Data.ToArray());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"data":1}""")]
    [InlineData("""{"data":"\""}""")]
    [InlineData("{oops")]
    public void Anything_else_is_no_chunk(string json) => Assert.Null(BayeuxBinary.Parse(Json.Utf8(json)));

    [Fact]
    public void Meta_data_that_are_not_JSON_are_refused() =>
        Assert.Throws<ArgumentException>(() => new BayeuxBinary(default, Meta: Json.Utf8("{oops")).ToJson());
}
