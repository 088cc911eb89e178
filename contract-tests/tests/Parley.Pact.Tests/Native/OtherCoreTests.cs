using System.Diagnostics;

namespace Parley.Pacts.Tests;

public sealed class OtherCoreTests
{
    /// <summary>A process has one core, so that another takes a process of its own.</summary>
    [Fact]
    public async Task All_tests_of_the_binding_pass_on_core_0_5_8_too()
    {
        var (exitCode, output) = await RunAsync("0.5.8", "-class-", typeof(OtherCoreTests).FullName!, "-class-", typeof(RealPactNetTests).FullName!);
        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("Total: 0", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_core_that_is_not_there_is_named()
    {
        var (exitCode, output) = await RunAsync("9.9.9", "-class", typeof(PactCoreTests).FullName!);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("The Pact core 9.9.9", output, StringComparison.Ordinal);
        Assert.Contains($"{PactCore.VersionVariable} chooses the version", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_core_that_is_damaged_is_named_and_no_other_takes_its_place()
    {
        var version = $"damaged-{Guid.NewGuid():N}";
        var file = Path.Combine(Directory.CreateDirectory(CoreFile.Folder(version)).FullName, "libpact_ffi.so");
        try
        {
            await File.WriteAllTextAsync(file, "no library", TestContext.Current.CancellationToken);
            var (exitCode, output) = await RunAsync(version, "-class", typeof(PactCoreTests).FullName!);
            Assert.NotEqual(0, exitCode);
            Assert.Contains(file, output, StringComparison.Ordinal);
            Assert.DoesNotContain("npm ci", output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(Path.Combine(AppContext.BaseDirectory, "pact-core", version), recursive: true);
        }
    }

    [Fact]
    public async Task Whichever_function_is_called_first_finds_the_core()
    {
        var (exitCode, output) = await RunAsync(
            PactCore.DefaultVersion, "-method", $"{typeof(PactVerifierTests).FullName}.{nameof(PactVerifierTests.Selectors_that_the_core_cannot_read_are_refused)}");
        Assert.True(exitCode == 0, output);
        Assert.Contains("Total: 1,", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_core_prints_stays_out_of_the_standard_output()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows the core still prints there.");
        var (exitCode, output) = await RunAsync(
            PactCore.DefaultVersion, "-method", $"{typeof(PactVerifierTests).FullName}.{nameof(PactVerifierTests.A_provider_that_keeps_the_pact_passes)}");
        Assert.True(exitCode == 0, output);
        Assert.Contains("Total: 1,", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Verifying a pact between", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string version, params string[] selection)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Parley.Pact.Tests.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", program, .. selection, "-noColor"])
        {
            Environment = { [PactCore.VersionVariable] = version },
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
