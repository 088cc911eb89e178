using System.Globalization;
using System.Text.Json;
using Parley.Generator.Tests.Harness;
using Parley.Schema.Linking;
using Parley.Schema.Reading;

namespace Parley.Generator.Tests.Suite;

/// <summary>One schema of the suite with its tests.</summary>
/// <param name="File">The file of the suite.</param>
/// <param name="Input">The schema as an input file, in a folder of its own.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Tests">The tests.</param>
internal sealed record SuiteGroup(string File, InputFile Input, string Description, IReadOnlyList<SuiteTest> Tests)
{
    /// <summary>Name of the root declaration below <c>Sample</c>; null when the schema is refused.</summary>
    public string? TypeName { get; private init; }

    /// <summary>Why the schema is refused; empty when it is not.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>Whether it refers to the suite's remote schemas.</summary>
    public bool NeedsRemotes { get; private init; }

    public static SuiteGroup[] AllIn(string file, byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select((group, index) => Of(file, group, index))];
    }

    /// <summary>The same, refused for a reason that lies outside of the schema.</summary>
    public SuiteGroup Refused(string reason) => this with { TypeName = null, Reason = reason };

    private static SuiteGroup Of(string file, JsonElement group, int index)
    {
        var tests = group.GetProperty("tests").EnumerateArray()
            .Select(test => new SuiteTest(test.GetProperty("description").GetString()!, test.GetProperty("data").GetRawText(), test.GetProperty("valid").GetBoolean()))
            .ToArray();
        var path = string.Create(CultureInfo.InvariantCulture, $"{Path.ChangeExtension(file, null)}/group{index}/root.schema.json");
        var result = new SuiteGroup(file, new InputFile(path, group.GetProperty("schema").GetRawText()), group.GetProperty("description").GetString()!, tests);

        var alone = Link(result.Input);
        if (alone.Diagnostics.Count == 0)
            return result.Accepted(alone);
        var together = Link([result.Input, .. SuiteFolder.Remotes]);
        return together.Diagnostics.Count == 0
            ? result.Accepted(together) with { NeedsRemotes = true }
            : result.Refused($"{together.Diagnostics[0].Id} {together.Diagnostics[0].Message}");
    }

    private static LinkResult Link(params InputFile[] files) =>
        Linker.Link(files.Select(file => SchemaReader.Read(new SchemaFile(file.Path, file.Text, file.Uri))), new LinkOptions("Sample"));

    private SuiteGroup Accepted(LinkResult linked)
    {
        var schema = linked.Schemas.Single(schema => schema.Path == Input.Path);
        return this with { TypeName = schema.Namespace["Sample.".Length..] + "." + schema.Types[0].Name };
    }
}

/// <summary>One test of the suite.</summary>
internal sealed record SuiteTest(string Description, string Data, bool Valid);
