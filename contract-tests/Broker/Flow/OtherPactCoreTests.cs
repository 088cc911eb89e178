using System.Diagnostics;

namespace ContactCenter.Broker.Flow;

/// <summary>A process loads one Pact core. The flow runs in this one on the default core, and in a process of its own on the newer one.</summary>
public sealed class OtherPactCoreTests
{
    private const string Newer = "0.5.8";

    [Fact]
    public async Task The_flow_is_the_same_on_the_newer_core()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("PARLEY_PACT_CORE") == Newer, "The whole run is on the newer core.");

        var start = new ProcessStartInfo("dotnet", [typeof(OtherPactCoreTests).Assembly.Location, "-noLogo", "-noColor", "-class", typeof(BrokerFlowTests).FullName!])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["PARLEY_PACT_CORE"] = Newer;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        var text = await output + await errors;
        Assert.True(process.ExitCode == 0, text);
        Assert.Contains("Total: 2,", text);
    }
}
