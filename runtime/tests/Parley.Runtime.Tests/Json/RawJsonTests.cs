using System.Text;
using System.Text.Json;

namespace Parley.Tests.Json;

public sealed class RawJsonTests
{
    [Theory]
    [InlineData("""[ "" ]""", "\"\"")]
    [InlineData("""[ "a\"b" ]""", "\"a\\\"b\"")]
    [InlineData("[ -1.5e3 ]", "-1.5e3")]
    [InlineData("[ true ]", "true")]
    [InlineData("[ null ]", "null")]
    [InlineData("[ {\"a\": [ ] } ]", "{\"a\": [ ] }")]
    [InlineData("[ [1 , 2] ]", "[1 , 2]")]
    public void The_text_of_a_value_is_cut_out(string json, string expected)
    {
        var reader = new Utf8JsonCursor(Encoding.UTF8.GetBytes(json));
        reader.Read();
        reader.Read();
        var first = reader;

        Assert.Equal(expected, Encoding.UTF8.GetString(RawJson.Skip(ref reader)));
        Assert.Equal(expected, Encoding.UTF8.GetString(RawJson.Between(ref first, ref reader)));
        reader.Read();
        Assert.Equal(JsonTokenType.EndArray, reader.TokenType);
    }

    [Theory]
    [InlineData("""{"":1}""", "")]
    [InlineData("""{"a":1}""", "a")]
    [InlineData("""{"\u0061b":1}""", "ab")]
    public void A_name_is_read_as_a_string(string json, string expected)
    {
        var reader = new Utf8JsonCursor(Encoding.UTF8.GetBytes(json));
        reader.Read();
        reader.Read();
        var name = RawJson.Name(ref reader);

        Assert.Equal(JsonTokenType.String, name.TokenType);
        Assert.Equal(expected, name.GetString());
    }
}
