using System.Text;

namespace Parley.Bayeux;

public sealed class MessageParserTests
{
    [Theory]
    [InlineData("""{"channel":"/a"}""", 1)]
    [InlineData("""[{"channel":"/a"},{"channel":"/b"}]""", 2)]
    [InlineData(" [ { } ] ", 1)]
    public void An_object_or_an_array_of_objects_is_read(string body, int count)
    {
        Assert.True(Parse(body, out var messages, out _));
        Assert.Equal(count, messages.Count);
    }

    [Theory]
    [InlineData("", "The body is not JSON, or nested deeper than 8: line 1, byte 1.")]
    [InlineData("[]", "The body holds no message.")]
    [InlineData("7", "The body is neither a message object nor an array of them.")]
    [InlineData("[1]", "The value at byte 1 is not a message object.")]
    [InlineData("[{}", "The body is not JSON, or nested deeper than 8: line 1, byte 4.")]
    [InlineData("[{}] x", "The body is not JSON, or nested deeper than 8: line 1, byte 6.")]
    [InlineData("{\n\"channel\":}", "The body is not JSON, or nested deeper than 8: line 2, byte 11.")]
    [InlineData("""{"data":[[[[[[[[[1]]]]]]]]]}""", "The body is not JSON, or nested deeper than 8: line 1, byte 16.")]
    [InlineData("""{"channel":"\ud800"}""", "The string before byte 19 is not text.")]
    public void Anything_else_is_refused_with_its_place(string body, string error)
    {
        Assert.False(Parse(body, out _, out var found));
        Assert.Equal(error, found);
    }

    [Fact]
    public void Broken_text_is_refused_even_where_nobody_reads_it()
    {
        byte[] body = [.. "{\"channel\":\"/a\",\"data\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        Assert.False(MessageParser.TryParse(body, 8, 0, out _, out var error));
        Assert.Equal("The body is not UTF-8.", error);
    }

    [Theory]
    [InlineData("\"a1\"", "a1", false)]
    [InlineData("17", "17", false)]
    [InlineData("null", null, false)]
    [InlineData("\"a b\"", "a b", true)]
    [InlineData("\"\"", "", true)]
    [InlineData("{\"x\":[1]}", null, true)]
    public void An_id_is_text_of_letters_and_digits(string id, string? text, bool invalid)
    {
        Assert.True(Parse($$"""{"id":{{id}},"channel":"/a"}""", out var messages, out _));
        Assert.Equal((text, invalid, "/a"), (messages[0].Id, messages[0].IdIsInvalid, messages[0].Channel));
    }

    [Theory]
    [InlineData("\"/a\"", false, "/a")]
    [InlineData("[\"/a\",\"/b\"]", true, "/a,/b")]
    [InlineData("[]", true, null)]
    [InlineData("[\"/a\",1]", true, null)]
    [InlineData("{}", false, null)]
    public void A_subscription_is_a_string_or_an_array_of_strings(string value, bool isArray, string? channels)
    {
        Assert.True(Parse($$"""{"subscription":{{value}},"channel":"/meta/subscribe"}""", out var messages, out _));
        Assert.Equal(isArray, messages[0].SubscriptionIsArray);
        Assert.Equal(channels, messages[0].Subscriptions is { } list ? string.Join(',', list) : null);
    }

    [Theory]
    [InlineData("""{"ack":true}""", true, false, null)]
    [InlineData("""{"ack":{"enabled":true,"batch":4}}""", true, true, null)]
    [InlineData("""{"ack":{"enabled":[true]}}""", false, true, null)]
    [InlineData("""{"ack":12}""", false, false, 12L)]
    [InlineData("""{"ack":"x","other":{"ack":true}}""", false, false, null)]
    [InlineData("[1]", false, false, null)]
    public void The_acknowledge_extension_is_understood_in_all_its_forms(string ext, bool enabled, bool isObject, long? batch)
    {
        Assert.True(Parse($$"""{"ext":{{ext}}}""", out var messages, out _));
        Assert.Equal(new AckField(enabled, isObject, batch), messages[0].Ack);
    }

    [Fact]
    public void The_payload_is_the_text_as_it_came()
    {
        Assert.True(Parse("""{"data": {"a" : [1, 2.50]} ,"channel":"/a"}""", out var messages, out _));
        Assert.Equal("""{"a" : [1, 2.50]}""", Encoding.UTF8.GetString(messages[0].Data.Span));
    }

    [Fact]
    public void Mutated_bodies_are_read_or_refused_but_never_thrown()
    {
        var body = Encoding.UTF8.GetBytes(
            "[{\"channel\":\"/meta/connect\",\"id\":\"1\",\"clientId\":\"\\u0041b\",\"advice\":{\"timeout\":0,\"interval\":5}," +
            "\"ext\":{\"ack\":{\"enabled\":true},\"timesync\":{\"tc\":1,\"l\":2,\"o\":-3},\"replay\":{\"/a\":-1}},\"subscription\":[\"/a\"]," +
            "\"supportedConnectionTypes\":[\"websocket\"],\"data\":{\"ä\":[1,null]}}]");
        const string Bytes = "{}[]\",:\\019ntx \u00C3";
        var random = new Random(20250101);
        var read = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var mutant = body.ToArray();
            for (var change = random.Next(1, 4); change > 0; change--)
                mutant[random.Next(mutant.Length)] = (byte)Bytes[random.Next(Bytes.Length)];
            var ok = MessageParser.TryParse(mutant.AsMemory(0, random.Next(4) == 0 ? random.Next(mutant.Length) : mutant.Length), 8, 0, out var messages, out var error);
            Assert.Equal(ok, error is null);
            read += ok ? messages.Count : 0;
        }

        Assert.InRange(read, 100, 19_900);
    }

    private static bool Parse(string body, out List<IncomingMessage> messages, out string? error) =>
        MessageParser.TryParse(Encoding.UTF8.GetBytes(body), 8, 0, out messages, out error);
}
