using System.Globalization;
using System.Text;

namespace Parley.Tests.Validation;

public sealed class TextTableTests
{
    private static readonly TextTable Table = new("""["open","","waiting","\u00e4\n","0123456789abcdef-1","0123456789abcdef-2"]"""u8);

    [Theory]
    [InlineData("\"open\"", 0)]
    [InlineData("\"\"", 1)]
    [InlineData("\"waiting\"", 2)]
    [InlineData("\"ä\\n\"", 3)]
    [InlineData("\"\\u00E4\\u000a\"", 3)]
    [InlineData("\"\\u006fpe\\u006e\"", 0)]
    [InlineData("\"0123456789abcdef-1\"", 4)]
    [InlineData("\"0123456789abcdef-2\"", 5)]
    [InlineData("\"0123456789abcdef-3\"", -1)]
    [InlineData("\"Open\"", -1)]
    [InlineData("\"op\"", -1)]
    [InlineData("\"openwaiting\"", -1)]
    [InlineData("1", -1)]
    [InlineData("null", -1)]
    [InlineData("[]", -1)]
    public void A_value_has_the_number_of_its_text(string json, int number)
    {
        var reader = new Utf8JsonCursor(Encoding.UTF8.GetBytes(json));
        reader.Read();

        Assert.Equal(number, Table.IndexOf(ref reader));
    }

    [Fact]
    public void A_number_has_its_text()
    {
        Assert.Equal("waiting", Table[2]);
        Assert.Equal("ä\n", Table[3]);
        Assert.Throws<ArgumentOutOfRangeException>(static () => Table[6]);
        Assert.Throws<ArgumentOutOfRangeException>(static () => Table[-1]);
    }

    [Fact]
    public void Each_of_many_texts_is_found()
    {
        string[] texts = [.. Enumerable.Range(0, 3000).Select(static i => i.ToString(CultureInfo.InvariantCulture))];
        var many = new TextTable(Encoding.UTF8.GetBytes($"[\"{string.Join("\",\"", texts)}\"]"));

        for (var i = 0; i < texts.Length; i++)
        {
            var reader = new Utf8JsonCursor(Encoding.UTF8.GetBytes($"\"{texts[i]}\""));
            reader.Read();
            Assert.Equal(i, many.IndexOf(ref reader));
        }
    }
}
