using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Fuzz;

/// <summary>An independent validator of draft 2020-12: Ajv, in one process for all cases.</summary>
internal static class Judge
{
    private static readonly string Folder = RepositoryRoot.Path("generator", "tests", "Parley.Generator.Tests", "Fuzz", "node");

    /// <summary>Whether its modules are installed.</summary>
    public static bool Exists => Directory.Exists(Path.Combine(Folder, "node_modules", "ajv"));

    /// <summary>Why a test that needs it is skipped.</summary>
    public static string Missing => $"Ajv is not installed: run `npm ci --ignore-scripts` in {Folder}.";

    /// <summary>The verdicts about each case's instances, in order; null where the judge refuses the schema.</summary>
    public static async Task<IReadOnlyList<bool[]?>> DecideAsync(IReadOnlyList<FuzzCase> cases)
    {
        using var process = Process.Start(new ProcessStartInfo("node", "judge.mjs")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        try
        {
            // Both ways at once: a pipe holds less than all cases.
            var asking = AskAsync(process.StandardInput, cases);
            var verdicts = new List<bool[]?>();
            while (await process.StandardOutput.ReadLineAsync() is { } line)
                verdicts.Add(JsonNode.Parse(line)!["verdicts"]?.Deserialize<bool[]>());
            await asking;
            await process.WaitForExitAsync();
            Assert.Equal((0, cases.Count), (process.ExitCode, verdicts.Count));
            return verdicts;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static async Task AskAsync(StreamWriter input, IReadOnlyList<FuzzCase> cases)
    {
        foreach (var one in cases)
        {
            var line = new JsonObject { ["schema"] = JsonNode.Parse(one.Schema), ["instances"] = new JsonArray([.. one.Instances.Select(static text => (JsonNode)text)]) };
            await input.WriteLineAsync(line.ToJsonString());
        }

        input.Close();
    }
}
