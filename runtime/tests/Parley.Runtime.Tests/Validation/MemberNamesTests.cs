using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Parley.Tests.Validation;

public sealed class MemberNamesTests
{
    [Theory]
    [InlineData("""{"a":1,"b":2}""", -1)]
    [InlineData("""{"a":1,"a":2}""", 7)]
    [InlineData("""{"a":1,"\u0061":2}""", 7)]
    [InlineData("""{"a":{"a":1},"b":{"a":1}}""", -1)]
    [InlineData("""{"":1,"":2}""", 6)]
    // The same first and last eight bytes, and the same length.
    [InlineData("""{"abcdefgh1ijklmnop":1,"abcdefgh2ijklmnop":2}""", -1)]
    [InlineData("""{"abcdefgh1ijklmnop":1,"abcdefgh1ijklmnop":2}""", 23)]
    public void A_repeated_name_is_found(string json, long place) => Assert.Equal(place, Find(json));

    [Theory]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(1000)]
    public void Any_number_of_names_is_compared(int count)
    {
        var members = string.Join(',', Enumerable.Range(0, count).Select(static i => string.Create(CultureInfo.InvariantCulture, $"\"m{i}\":[{i}]")));

        Assert.Equal(-1, Find($"{{{members}}}"));
        Assert.Equal(members.Length + 2, Find($"{{{members},\"m0\":0}}"));
    }

    private static long Find(string json)
    {
        var reader = new Utf8JsonCursor(Encoding.UTF8.GetBytes(json));
        var names = default(MemberNames);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            names.Add(ref reader);
            reader.Skip();
        }

        return names.HasDuplicate(out var second) ? second : -1;
    }
}
