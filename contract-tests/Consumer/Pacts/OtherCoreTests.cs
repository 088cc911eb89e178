using System.Diagnostics;
using System.Text.Json;

namespace ContactCenter.ContractTests;

[Collection(nameof(WholePact))]
public sealed class OtherCoreTests
{
    /// <summary>A process has one core, so that another takes a process of its own, with a folder of its own.</summary>
    [Fact]
    public async Task Core_0_5_8_writes_the_same_pact()
    {
        var folder = Directory.CreateTempSubdirectory("pacts-");
        try
        {
            string[] others = [.. new[] { typeof(OtherCoreTests), typeof(PactTests), typeof(BodyJudgeTests) }.SelectMany(type => new[] { "-class-", type.FullName! })];
            using var process = Process.Start(new ProcessStartInfo(
                "dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "ContactCenter.Consumer.Tests.dll"), .. others, "-noColor"])
            {
                Environment = { ["PARLEY_PACT_CORE"] = "0.5.8", [PactFiles.FolderVariable] = folder.FullName },
                RedirectStandardOutput = true,
            })!;
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(process.ExitCode == 0, output);

            var ours = Interactions(PactFiles.Pact);
            Assert.NotEmpty(ours);
            Assert.Equal(ours, Interactions(new FileInfo(Path.Combine(folder.FullName, PactFiles.Pact.Name))));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static SortedDictionary<string, string> Interactions(FileInfo file)
    {
        using var pact = JsonDocument.Parse(File.ReadAllBytes(file.FullName));
        return new SortedDictionary<string, string>(
            pact.RootElement.GetProperty("interactions").EnumerateArray().ToDictionary(
                interaction => interaction.GetProperty("description").GetString()!, interaction => interaction.GetRawText()),
            StringComparer.Ordinal);
    }
}
