using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ContactCenter.Broker.Support;

/// <summary>The real <c>pact</c> command, as npm installs it for this platform.</summary>
internal static class PactCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs it; the broker's address and the credentials are handed over as a pipeline does, in the environment.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(BrokerUnderTest broker, params string[] arguments)
    {
        var start = new ProcessStartInfo(Program(), arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var variable in start.Environment.Keys.Where(name => name.StartsWith("PACT_", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(variable);
        start.Environment["PACT_DO_NOT_TRACK"] = "true";
        start.Environment["NO_COLOR"] = "1";
        start.Environment["PACT_BROKER_BASE_URL"] = broker.Address.ToString();
        if (broker.Token is not null)
            start.Environment["PACT_BROKER_TOKEN"] = broker.Token;
        if (broker.UserName is not null)
            start.Environment["PACT_BROKER_USERNAME"] = broker.UserName;
        if (broker.Password is not null)
            start.Environment["PACT_BROKER_PASSWORD"] = broker.Password;

        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    /// <summary>Runs it, and it has to end well.</summary>
    /// <returns>What it wrote.</returns>
    public static async Task<string> SucceedAsync(BrokerUnderTest broker, params string[] arguments)
    {
        var (exitCode, output) = await RunAsync(broker, arguments);
        Assert.True(exitCode == 0, $"pact {string.Join(' ', arguments)} ended with {exitCode}:\n{output}");
        return output;
    }

    private static string Program()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var package = $"pact-cli-{system}-{(RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64")}";
        var program = Path.Combine(ProjectDirectory.Path, "node_modules", "@pact-foundation", package, "standalone", OperatingSystem.IsWindows() ? "pact.exe" : "pact");
        return File.Exists(program) ? program : throw new FileNotFoundException($"The pact command is not at {program}. Run 'npm ci --ignore-scripts' in {ProjectDirectory.Path}.");
    }
}
