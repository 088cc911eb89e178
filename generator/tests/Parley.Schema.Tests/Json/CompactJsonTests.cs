using Parley.Schema.Diagnostics;
using Parley.Schema.Json;

namespace Parley.Schema.Tests.Json;

public sealed class CompactJsonTests
{
    [Theory]
    [InlineData("{ \"b\" : [ 1.50 , true, null ] , \"a\" : \"\\u0041\\/\" }", "{\"b\":[1.50,true,null],\"a\":\"A/\"}")]
    [InlineData("\"\\u0000\\t\\\"\\\\\u2028\u2029\u0085é\"", "\"\\u0000\\u0009\\\"\\\\\\u2028\\u2029\\u0085é\"")]
    [InlineData("{}", "{}")]
    [InlineData("[ ]", "[]")]
    public void Values_are_written_in_source_order_on_one_line(string text, string expected) => Assert.Equal(expected, CompactJson.Write(Parse(text)));

    [Theory]
    [InlineData("{\"a\":1,\"b\":2}", "{\"b\":2.0,\"a\":1e0}")]
    [InlineData("[100]", "[1E2]")]
    [InlineData("0", "-0.00e7")]
    [InlineData("9007199254740993", "9007199254740993.0")]
    public void Equal_values_have_one_key(string one, string other) => Assert.Equal(CompactJson.Key(Parse(one)), CompactJson.Key(Parse(other)));

    [Theory]
    [InlineData("1", "\"1\"")]
    [InlineData("1", "true")]
    [InlineData("[1,2]", "[2,1]")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("1", "-1")]
    [InlineData("1", "10")]
    [InlineData("{\"a\":1}", "{\"a\":1,\"b\":null}")]
    public void Different_values_have_different_keys(string one, string other) => Assert.NotEqual(CompactJson.Key(Parse(one)), CompactJson.Key(Parse(other)));

    private static JsonNode Parse(string text) => JsonParser.Parse(text, new DiagnosticBag("a.json", text))!;
}
