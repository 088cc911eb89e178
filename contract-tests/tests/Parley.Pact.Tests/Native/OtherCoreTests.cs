using System.Diagnostics;

namespace Parley.Pacts.Tests;

public sealed class OtherCoreTests
{
    /// <summary>A process has one core, so that another takes a process of its own.</summary>
    [Fact]
    public async Task All_tests_of_the_binding_pass_on_core_0_5_8_too()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Parley.Pact.Tests.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", program, "-class-", typeof(OtherCoreTests).FullName!, "-class-", typeof(RealPactNetTests).FullName!, "-noColor"])
        {
            Environment = { [PactCore.VersionVariable] = "0.5.8" },
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
        Assert.DoesNotContain("Total: 0", output, StringComparison.Ordinal);
    }
}
