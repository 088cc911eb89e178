using System.Text;
using System.Text.Json;

namespace Parley.Tests.Operations;

public sealed class DiscriminatorTests
{
    [Theory]
    [InlineData("""{"op":"Hello"}""")]
    [InlineData("""{"other":{"op":"Farewell"},"list":[1,{"op":2}],"op":"Hello","name":"x"}""")]
    [InlineData("""{"\u006fp":"H\u0065llo"}""")]
    public void A_literal_selects_its_operation_wherever_it_stands_and_however_it_is_written(string body)
    {
        Assert.Null(Find(body, out var operation));
        Assert.Same(GreetingContract.Hail, operation);
    }

    [Fact]
    public void What_follows_the_literal_is_left_to_the_schema() =>
        Assert.Null(Find("""{"op":"Hello", this is not JSON""", out _));

    [Theory]
    [InlineData("""{"op":"Farewell"}""")]
    [InlineData(" \n{ \"op\" :\t\"Farewell\" }")]
    [InlineData("""{"name":"x","op":"Farewell"}""")]
    [InlineData("""{"op":"Fare\u0077ell"}""")]
    [InlineData("""{"\u006fp":"Farewell","op":"Hello"}""")]
    [InlineData("""{"op":"Farewell","op":"Hello"}""")]
    [InlineData("""{"inner":{"op":"Hello"},"op":"Farewell"}""")]
    [InlineData("""{"inner":[{"op":"Hello"}],"op":"Farewell"}""")]
    [InlineData("""{"inner":{},"op":"Farewell"}""")]
    [InlineData("""{"name":"op","op":"Farewell"}""")]
    [InlineData("""{"name":"\"op\":\"Hello\"","op":"Farewell"}""")]
    [InlineData("""{"\"op":"Hello","op":"Farewell"}""")]
    [InlineData("""{"name":"{[","op":"Farewell"}""")]
    public void The_first_member_of_that_name_in_the_outer_object_decides(string body)
    {
        Assert.Null(Find(body, out var operation));
        Assert.Same(GreetingContract.Farewell, operation);
    }

    [Fact]
    public void The_operations_name_is_not_its_literal() => Refused("""{"op":"Hail"}""", FailureKind.UnknownOperation, "\"Hail\"");

    [Theory]
    [InlineData("{}", "is missing")]
    [InlineData("""{"name":"x"}""", "is missing")]
    [InlineData("""{"op":"Bye"}""", "names no operation: \"Bye\"")]
    [InlineData("""{"op":"hello"}""", "names no operation: \"hello\"")]
    [InlineData("""{"op":""}""", "names no operation: \"\"")]
    [InlineData("""{"op":1}""", "not a number")]
    [InlineData("""{"op":null}""", "not null")]
    [InlineData("""{"op":["Hello"]}""", "not an array")]
    public void A_body_without_a_known_literal_is_refused_with_the_literals_that_there_are(string body, string expected)
    {
        var failure = Refused(body, FailureKind.UnknownOperation, expected);
        Assert.StartsWith("/op ", failure.Message);
        Assert.EndsWith("It must be one of: Hello, Farewell.", failure.Message);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("   ", "not JSON")]
    [InlineData("[]", "must be a JSON object, not an array")]
    [InlineData("\"op\"", "must be a JSON object, not a string")]
    [InlineData("null", "must be a JSON object, not null")]
    [InlineData("{\n  \"name\": nope}", "line 2, column 12")]
    [InlineData("""{"name":"x"} trailing""", "not JSON")]
    [InlineData("""{"name":"x",}""", "not JSON")]
    [InlineData("{", "not JSON")]
    [InlineData("""{"op":"\ud800"}""", "half of a surrogate pair")]
    public void A_body_that_is_no_JSON_object_is_malformed(string body, string expected) => Refused(body, FailureKind.MalformedBody, expected);

    [Fact]
    public void Broken_UTF8_is_malformed_and_its_place_is_named()
    {
        byte[] body = [.. """{"name":"x"""u8, 0xFF, .. "\"}"u8];

        var failure = Discriminator.Find(new GreetingDispatcher(), GreetingContract.Talk, body, default, out _);

        Assert.Equal(FailureKind.MalformedBody, failure?.Kind);
        Assert.Contains("column 11", failure?.Message);
    }

    [Fact]
    public void A_byte_order_mark_is_named()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. """{"op":"Hello"}"""u8];

        var failure = Discriminator.Find(new GreetingDispatcher(), GreetingContract.Talk, body, default, out _);

        Assert.Equal(FailureKind.MalformedBody, failure?.Kind);
        Assert.Contains("starts with a byte order mark", failure?.Message);
        Assert.Contains("line 1, column 1", failure?.Message);
    }

    [Fact]
    public void Nesting_beyond_the_limit_is_too_large_not_malformed()
    {
        var body = Encoding.UTF8.GetBytes($$"""{"deep":{{new string('[', 20)}}{{new string(']', 20)}},"op":"Hello"}""");

        var failure = Discriminator.Find(new GreetingDispatcher(), GreetingContract.Talk, body, new JsonReaderOptions { MaxDepth = 8 }, out _);

        Assert.Equal(FailureKind.BodyTooLarge, failure?.Kind);
        Assert.Contains("deeper than 8", failure?.Message);
    }

    [Fact]
    public void An_endless_literal_is_shortened_in_the_message()
    {
        var failure = Refused($$"""{"op":"{{new string('x', 100_000)}}"}""", FailureKind.UnknownOperation, "…");
        Assert.True(failure.Message.Length < 300);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_shortened_literal_ends_with_a_whole_character(int shift)
    {
        var failure = Refused($$"""{"op":"{{new string('x', shift)}}{{string.Concat(Enumerable.Repeat("😀", 50))}}"}""", FailureKind.UnknownOperation, "😀…");
        Assert.DoesNotContain('\uFFFD', failure.Message);
    }

    [Fact]
    public void A_discriminator_with_a_backslash_is_found_where_the_body_escapes_it()
    {
        var method = GreetingContract.Talk with { Discriminator = @"o\n" };

        Assert.Null(Discriminator.Find(new GreetingDispatcher(), method, """{"o\n":"Hello","o\\n":"Farewell"}"""u8, default, out var operation));
        Assert.Same(GreetingContract.Farewell, operation);
    }

    [Fact]
    public void Without_discriminator_the_only_operation_is_selected_and_the_body_is_not_looked_at()
    {
        Assert.Null(Discriminator.Find(new GreetingDispatcher(), GreetingContract.List, "nonsense"u8, default, out var operation));
        Assert.Same(GreetingContract.Find, operation);
    }

    private static OperationFailure Refused(string body, FailureKind kind, string expected)
    {
        var failure = Find(body, out var operation);
        Assert.Null(operation);
        Assert.NotNull(failure);
        Assert.Equal(kind, failure.Kind);
        Assert.Contains(expected, failure.Message);
        return failure;
    }

    private static OperationFailure? Find(string body, out OperationDescriptor? operation) =>
        Discriminator.Find(new GreetingDispatcher(), GreetingContract.Talk, Encoding.UTF8.GetBytes(body), default, out operation);
}
