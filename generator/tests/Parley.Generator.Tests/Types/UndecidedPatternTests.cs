using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Types;

/// <summary>A string that a pattern cannot decide in time refuses the text, whichever way the pattern is asked.</summary>
public sealed class UndecidedPatternTests
{
    private static readonly string Evil = "\"" + new string('a', 40) + "c evil\"";

    [Theory]
    [InlineData("""{ "pattern": "^(?=a)(a+)+b?$|evil" }""")]
    [InlineData("""{ "not": { "pattern": "^(?=a)(a+)+b?$|evil" } }""")]
    [InlineData("""{ "if": { "pattern": "^(?=a)(a+)+b?$|evil" }, "then": false }""")]
    [InlineData("""{ "oneOf": [{ "type": "string" }, { "pattern": "^(?=a)(a+)+b?$|evil" }] }""")]
    public void A_pattern_that_takes_too_long_refuses_the_text(string schema) =>
        Assert.Single(LiveType.Of("Case", new InputFile("case.schema.json", schema)).Refuses(Evil));

    [Fact]
    public void The_refusal_names_the_string_and_the_pattern()
    {
        var type = LiveType.Of("Case", new InputFile("case.schema.json", """{ "type": "array", "items": { "not": { "pattern": "^(?=a)(a+)+b?$|evil" } } }"""));

        var error = Assert.Single(type.Refuses($"[\"b\",{Evil}]"));

        Assert.Equal("pattern", error.Keyword);
        Assert.Equal("/1", error.InstanceLocation);
        Assert.Contains("(a+)+b?$|evil", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_full_of_such_strings_is_refused_at_the_first()
    {
        var type = LiveType.Of("Case", new InputFile("case.schema.json", """{ "type": "array", "items": { "pattern": "^(?=a)(a+)+b?$|evil" } }"""));

        Assert.Single(type.Refuses($"[{string.Join(',', Enumerable.Repeat(Evil, 50))}]"));
    }
}
