using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Parley.Tests.Validation;

public sealed class ArrayChecksTests
{
    [Theory]
    [InlineData("[]", true)]
    [InlineData("[1]", true)]
    [InlineData("[1,2]", true)]
    [InlineData("[1,1.0]", false)]
    [InlineData("[1,true]", true)]
    [InlineData("[0,false,null,\"\",[],{}]", true)]
    [InlineData("""[{"a":1,"b":2},1,2,3,4,{"b":2.0,"a":1}]""", false)]
    [InlineData("""["a",1,2,3,"\u0061"]""", false)]
    [InlineData("[[1],[1,2],[2,1],[[1]],[]]", true)]
    public void Items_are_compared_by_value(string json, bool expected) => Assert.Equal(expected, HasUniqueItems(json));

    [Fact]
    public void Many_items_are_compared_without_looking_at_every_pair()
    {
        var items = string.Join(',', Enumerable.Range(0, 100_000).Select(static i => i.ToString(CultureInfo.InvariantCulture)));

        Assert.True(HasUniqueItems($"[{items}]"));
        Assert.False(HasUniqueItems($"[{items},99999.0]"));
    }

    [Fact]
    public void The_reader_stays_where_it_is()
    {
        var reader = new Utf8JsonCursor("[1,1]"u8);
        reader.Read();

        ArrayChecks.HasUniqueItems(ref reader);

        Assert.Equal(JsonTokenType.StartArray, reader.TokenType);
    }

    private static bool HasUniqueItems(string json)
    {
        var reader = new Utf8JsonCursor(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return ArrayChecks.HasUniqueItems(ref reader);
    }
}
