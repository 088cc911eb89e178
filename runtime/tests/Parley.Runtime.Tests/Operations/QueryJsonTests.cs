using System.Buffers;
using System.Text;

namespace Parley.Tests.Operations;

public sealed class QueryJsonTests
{
    private static readonly QueryParameterDescriptor[] Declared =
    [
        new("q", QueryParameterKind.String), new("page", QueryParameterKind.Number), new("all", QueryParameterKind.Boolean),
    ];

    [Theory]
    [InlineData("page", "12", """{"page":12}""")]
    [InlineData("page", "-1.50e3", """{"page":-1.50e3}""")]
    [InlineData("page", "9007199254740993", """{"page":9007199254740993}""")]
    [InlineData("page", "007", """{"page":"007"}""")]
    [InlineData("page", "+1", """{"page":"\u002B1"}""")]
    [InlineData("page", "1 ", """{"page":"1 "}""")]
    [InlineData("page", "1,\"x\":2", """{"page":"1,\u0022x\u0022:2"}""")]
    [InlineData("page", "1}", """{"page":"1}"}""")]
    [InlineData("page", "NaN", """{"page":"NaN"}""")]
    [InlineData("page", "", """{"page":""}""")]
    [InlineData("q", "12", """{"q":"12"}""")]
    [InlineData("all", "true", """{"all":true}""")]
    [InlineData("all", "false", """{"all":false}""")]
    [InlineData("all", "True", """{"all":"True"}""")]
    [InlineData("unknown", "1", """{"unknown":"1"}""")]
    [InlineData("a\"b", "c", """{"a\u0022b":"c"}""")]
    public void A_parameter_becomes_a_member_of_the_declared_kind_or_stays_text(string name, string value, string expected) =>
        Assert.Equal(expected, Write((name, [value])));

    [Fact]
    public void A_repeated_parameter_becomes_a_repeated_member_for_the_schema_to_refuse() =>
        Assert.Equal("""{"page":1,"page":2}""", Write(("page", ["1", "2"])));

    [Fact]
    public void A_parameter_without_value_is_an_empty_string() => Assert.Equal("""{"q":""}""", Write(("q", [null])));

    [Fact]
    public void No_parameters_make_an_empty_object() => Assert.Equal("{}", Write());

    private static string Write(params (string Name, string?[] Values)[] given)
    {
        var output = new ArrayBufferWriter<byte>();
        QueryJson.Write(Declared, given.Select(pair => KeyValuePair.Create(pair.Name, (IReadOnlyList<string?>)pair.Values)), output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
