using System.Text;

namespace Parley.Tests.Validation;

public sealed class ValueChecksTests
{
    [Theory]
    [InlineData("""{"a":[1,2]}""", """{ "a": [1.0, 2] }""", true)]
    [InlineData("""{"a":[1,2]}""", """{"a":[2,1]}""", false)]
    [InlineData("false", "false", true)]
    [InlineData("false", "0", false)]
    [InlineData("\"a\"", "\"\\u0061\"", true)]
    [InlineData("null", "null", true)]
    public void A_value_is_compared_by_JSON_equality(string json, string other, bool expected)
    {
        var reader = new Utf8JsonCursor(Encoding.UTF8.GetBytes(json));
        reader.Read();

        Assert.Equal(expected, ValueChecks.Is(ref reader, JsonValue.Parse(other)));
    }
}
