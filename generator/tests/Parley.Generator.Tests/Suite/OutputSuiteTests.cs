using System.Text;
using System.Text.Json;
using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Suite;

/// <summary>The suite's output tests: what is written of errors, judged by the suite's own schemas as emitted code. Annotations of valid values are not collected.</summary>
public sealed class OutputSuiteTests
{
    public static TheoryData<string> Files => SuiteFolder.Exists ? [.. SuiteFolder.Output] : ["(none)"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Errors_are_written_as_the_suite_asks(string file)
    {
        Assert.SkipUnless(SuiteFolder.Exists, SuiteFolder.Missing);
        using var document = JsonDocument.Parse(SuiteFolder.ReadOutput("content/" + file));
        var group = Assert.Single(document.RootElement.EnumerateArray());
        var test = Assert.Single(group.GetProperty("tests").EnumerateArray());
        var assembly = GeneratorRun.Of(
            new InputFile("tested.schema.json", group.GetProperty("schema").GetRawText()),
            new InputFile("expected.schema.json", test.GetProperty("output").GetProperty("basic").GetRawText()),
            new InputFile("output.schema.json", Encoding.UTF8.GetString(SuiteFolder.ReadOutput("output-schema.json")))).Load();
        var tested = LiveType.Of(assembly, "Tested");
        var data = test.GetProperty("data").GetRawText();
        var errors = tested.Refuses(data);

        LiveType.Of(assembly, "Expected").Accepts(Written(errors.WriteBasicTo));
        LiveType.Of(assembly, "Output").Accepts(Written(errors.WriteDetailedTo));
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            write(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
