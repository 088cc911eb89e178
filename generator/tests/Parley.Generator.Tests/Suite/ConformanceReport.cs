using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Suite;

/// <summary>Writes <c>artifacts/conformance.json</c>: of each file of the suite what passed, what failed and what is refused, with the reasons.</summary>
internal static class ConformanceReport
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(SuiteRun run)
    {
        var path = RepositoryRoot.Path("artifacts", "conformance.json");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = File.Create(path);
        using var writer = new Utf8JsonWriter(file, Indented);
        writer.WriteStartObject();
        writer.WriteString("suite", "JSON Schema Test Suite, draft2020-12");
        Section(writer, "required", run.Required, namesPassed: false);
        Section(writer, "optional", run.Optional, namesPassed: true);
        Section(writer, "format", run.Format, namesPassed: false);
        writer.WriteEndObject();
        return path;
    }

    private static void Section(Utf8JsonWriter writer, string name, IReadOnlyList<SuiteResult> results, bool namesPassed)
    {
        writer.WriteStartObject(name);
        Counts(writer, results);
        writer.WriteStartArray("files");
        foreach (var file in results.GroupBy(static result => result.Group.File).OrderBy(static file => file.Key, StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WriteString("file", file.Key);
            Counts(writer, [.. file]);
            writer.WriteStartArray("cases");
            foreach (var result in file.Where(result => namesPassed || result.Verdict != SuiteVerdict.Passed))
            {
                writer.WriteStartObject();
                writer.WriteString("schema", result.Group.Description);
                writer.WriteString("test", result.Test.Description);
                writer.WriteString("result", Word(result.Verdict));
                if (result.Reason.Length > 0)
                    writer.WriteString("reason", result.Reason);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Counts(Utf8JsonWriter writer, IReadOnlyList<SuiteResult> results)
    {
        foreach (var verdict in Enum.GetValues<SuiteVerdict>())
            writer.WriteNumber(Word(verdict), results.Count(result => result.Verdict == verdict));
    }

    private static string Word(SuiteVerdict verdict) => verdict switch
    {
        SuiteVerdict.Passed => "passed",
        SuiteVerdict.Failed => "failed",
        _ => "refused",
    };
}
