using System.Reflection;
using System.Text;
using System.Text.Json;
using Parley.Generator.Tests.Harness;
using Parley.Schema.Linking;
using Parley.Schema.Reading;

namespace Parley.Generator.Tests;

/// <summary>The generator on the repository's own contracts.</summary>
public sealed class RepositorySchemasTests
{
    private const int BytesPerSchema = 20 * 1024;

    private static readonly Lazy<GeneratorRun> Run = new(static () => GeneratorRun.Of(InputFile.AllIn(RepositoryRoot.Path("schemas"))));

    [Fact]
    public void All_schemas_become_code_that_compiles_without_a_remark() => Assert.NotEmpty(Run.Value.Output);

    [Fact]
    public void A_schema_becomes_at_most_20_KB_on_average() =>
        Assert.True(Run.Value.Output.Values.Average(static text => text.Length) <= BytesPerSchema);

    [Fact]
    public void Examples_are_accepted_and_what_becomes_of_them_is_decided_alike_by_all()
    {
        var assembly = Run.Value.Load();
        var random = new Random(2020_12);
        var decided = 0;
        foreach (var (type, example) in Examples(assembly))
        {
            type.Accepts(example);
            for (var i = 0; i < 40; i++, decided++)
                type.Decides(Mutated(Encoding.UTF8.GetBytes(example), random));
        }

        Assert.True(decided > 1000, $"only {decided} texts were decided");
    }

    private static IEnumerable<(LiveType Type, string Example)> Examples(Assembly assembly)
    {
        var documents = InputFile.AllIn(RepositoryRoot.Path("schemas")).Select(static file => SchemaReader.Read(new SchemaFile(file.Path, file.Text))).ToArray();
        foreach (var schema in Linker.Link(documents, new LinkOptions("Sample")).Schemas)
        {
            var text = documents.Single(document => document.File.Path == schema.Path).File.Text;
            using var json = JsonDocument.Parse(text);
            if (!json.RootElement.TryGetProperty("examples", out var examples))
                continue;
            var type = LiveType.Of(assembly, $"{schema.Namespace}.{schema.Types[0].Name}"["Sample.".Length..]);
            foreach (var example in examples.EnumerateArray())
                yield return (type, example.GetRawText());
        }
    }

    // A byte lost, a byte changed, a piece repeated, or one value in another's place.
    private static byte[] Mutated(byte[] json, Random random)
    {
        string[] values = ["null", "true", "0", "-1.5", "\"\"", "\"\\u0041\"", "[]", "{}", "12345678901234567890", "\"" + new string('x', 300) + "\""];
        var at = random.Next(json.Length);
        switch (random.Next(4))
        {
            case 0:
                return [.. json[..at], .. json[(at + 1)..]];
            case 1:
                return [.. json[..at], (byte)random.Next(256), .. json[(at + 1)..]];
            case 2:
                var end = Math.Min(json.Length, at + random.Next(1, 40));
                return [.. json[..end], .. json[at..]];
            default:
                var reader = new Utf8JsonReader(json);
                var places = new List<Range>();
                while (reader.Read())
                {
                    if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null)
                        places.Add((int)reader.TokenStartIndex..(int)reader.BytesConsumed);
                }

                var place = places.Count == 0 ? 0..json.Length : places[random.Next(places.Count)];
                return [.. json[..place.Start.Value], .. Encoding.UTF8.GetBytes(values[random.Next(values.Length)]), .. json[place.End.Value..]];
        }
    }
}
