using System.Globalization;
using System.Text;

namespace Parley.Tests.Validation;

public sealed class UntypedValueTests
{
    [Theory]
    [InlineData("1", true)]
    [InlineData("\"a\"", true)]
    [InlineData("""[1,{"a":1},{"a":[]}]""", true)]
    [InlineData("""{"a":1,"b":{"a":{"a":1}}}""", true)]
    [InlineData("""{"a":1,"a":1}""", false)]
    [InlineData("""[[{"x":{"a":1,"b":2,"\u0061":1}}],{}]""", false)]
    public void A_value_passes_when_no_object_in_it_repeats_a_name(string json, bool passes)
    {
        var reader = Open(json);
        Assert.Equal(passes, UntypedValue.TryRead(ref reader, out var value));
        Assert.Equal(passes ? json : "null", value.ToString());
        Assert.Equal(json.Length, reader.BytesConsumed);
    }

    [Fact]
    public void Passing_a_value_allocates_nothing()
    {
        var members = string.Join(',', Enumerable.Range(0, 16).Select(static i => string.Create(CultureInfo.InvariantCulture, $"\"a longer name {i}\":[{{\"x\":1}}]")));
        var reader = Open($"{{{members}}}");
        UntypedValue.Skip(ref reader, "#", default(VerdictOnly));

        reader = Open($"{{{members}}}");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var passes = UntypedValue.Skip(ref reader, "#", default(VerdictOnly));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(passes);
        Assert.Equal(0, allocated);
    }

    private static Utf8JsonCursor Open(string json)
    {
        var reader = new Utf8JsonCursor(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return reader;
    }
}
