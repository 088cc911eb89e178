using System.Globalization;
using System.Text;
using System.Text.Json;
using Parley.Generator.Tests.Harness;
using Parley.Schema.Linking;
using Parley.Schema.Reading;

namespace Parley.Generator.Tests.Fuzz;

/// <summary>Schemas through the real generator and compiler, many to a compilation.</summary>
internal static class EmittedSchemas
{
    private const int InOneCompilation = 150;

    /// <summary>Why the generator refuses a schema; null when it does not.</summary>
    public static string? Refusal(string schema)
    {
        var linked = Linker.Link([SchemaReader.Read(new SchemaFile("case.schema.json", schema, null))], new LinkOptions("Sample"));
        return linked.Diagnostics.Count == 0 ? null : $"{linked.Diagnostics[0].Id} {linked.Diagnostics[0].Message}";
    }

    /// <summary>What was made of each schema.</summary>
    public static IReadOnlyList<EmittedSchema> Of(IEnumerable<string> schemas) => [.. schemas.Chunk(InOneCompilation).SelectMany(Compile)];

    private static IEnumerable<EmittedSchema> Compile(string[] schemas)
    {
        try
        {
            var files = schemas.Select(static (schema, index) => new InputFile(string.Create(CultureInfo.InvariantCulture, $"s{index}/case.schema.json"), schema)).ToArray();
            var assembly = GeneratorRun.Of(files).Load();
            return [.. schemas.Select((_, index) => new EmittedSchema(LiveType.Of(assembly, string.Create(CultureInfo.InvariantCulture, $"S{index}.Case")), ""))];
        }
        catch (HarnessException exception)
        {
            // One of them breaks a rule of every run; which one, halves tell.
            return schemas.Length == 1
                ? [new EmittedSchema(null, exception.Message)]
                : [.. Compile(schemas[..(schemas.Length / 2)]), .. Compile(schemas[(schemas.Length / 2)..])];
        }
    }
}

/// <summary>An emitted schema.</summary>
/// <param name="Type">Its code; null when it has none.</param>
/// <param name="Fault">Why it has none.</param>
internal sealed record EmittedSchema(LiveType? Type, string Fault)
{
    /// <summary>What <c>Validate</c>, <c>TryRead</c>, <c>Explain</c> and <c>Write</c> do other than a verdict demands; null when they do not.</summary>
    public string? FaultOn(string instance, bool valid) => Record.Exception(() =>
    {
        if (!valid)
        {
            Type!.Refuses(instance);
            return;
        }

        Type!.Accepts(Encoding.UTF8.GetBytes(instance));
        using var read = JsonDocument.Parse(instance);
        using var written = JsonDocument.Parse(Type.Writes(instance));
        Assert.True(JsonElement.DeepEquals(read.RootElement, written.RootElement), $"{instance} is written as {written.RootElement.GetRawText()}");
    })?.Message;
}
