using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Types;

/// <summary>What an editor shows for emitted members.</summary>
public sealed class DocumentationTests
{
    [Theory]
    [InlineData("", "/// <summary>The member without a visible character.</summary>")]
    [InlineData("a", "/// <summary>The member <c>a</c>.</summary>")]
    public void A_member_without_description_is_told_by_its_name(string name, string expected)
    {
        var run = GeneratorRun.Of(new InputFile("a.schema.json", $$"""{ "type": "object", "properties": { "{{name}}": true } }"""));

        Assert.Contains(run.Output.Values, text => text.Contains(expected, StringComparison.Ordinal));
        Assert.DoesNotContain(run.Output.Values, text => text.Contains("<summary></summary>", StringComparison.Ordinal));
    }
}
