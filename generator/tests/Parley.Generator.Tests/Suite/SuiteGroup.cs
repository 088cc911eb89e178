using System.Globalization;
using System.Text.Json;
using Parley.Generator.Tests.Harness;
using Parley.Schema.Linking;
using Parley.Schema.Reading;

namespace Parley.Generator.Tests.Suite;

/// <summary>One schema of the suite with its tests.</summary>
/// <param name="Input">The schema as an input file, in a folder of its own.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Tests">The tests.</param>
internal sealed record SuiteGroup(InputFile Input, string Description, IReadOnlyList<SuiteTest> Tests)
{
    /// <summary>Name of the root declaration below <c>Sample</c>; null when the schema is refused.</summary>
    public string? TypeName { get; private init; }

    /// <summary>Why the schema is refused; empty when it is not.</summary>
    public string Reason { get; private init; } = "";

    public static SuiteGroup[] AllIn(string file, byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select((group, index) => Of(group, index))];
    }

    private static SuiteGroup Of(JsonElement group, int index)
    {
        var tests = group.GetProperty("tests").EnumerateArray()
            .Select(test => new SuiteTest(test.GetProperty("description").GetString()!, test.GetProperty("data").GetRawText(), test.GetProperty("valid").GetBoolean()))
            .ToArray();
        var path = string.Create(CultureInfo.InvariantCulture, $"group{index}/root.schema.json");
        var input = new InputFile(path, group.GetProperty("schema").GetRawText());

        var linked = Linker.Link([SchemaReader.Read(new SchemaFile(input.Path, input.Text))], new LinkOptions("Sample"));
        var result = new SuiteGroup(input, group.GetProperty("description").GetString()!, tests);
        return linked.Diagnostics.Count > 0
            ? result with { Reason = $"{linked.Diagnostics[0].Id} {linked.Diagnostics[0].Message}" }
            : result with { TypeName = linked.Schemas[0].Namespace["Sample.".Length..] + "." + linked.Schemas[0].Types[0].Name };
    }
}

/// <summary>One test of the suite.</summary>
internal sealed record SuiteTest(string Description, string Data, bool Valid);
