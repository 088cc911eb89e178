using System.Diagnostics;
using System.Net;

namespace Parley.Packages.Tests;

/// <summary>The stranger's program on a port of its own, stopped when disposed.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process _process;

    private RunningProgram(Process process, Uri address)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = address };
    }

    public HttpClient Client { get; }

    public static async Task<RunningProgram> StartAsync(string folder)
    {
        var start = Dotnet.Describe(folder, "run", "-c", "Release", "--no-build", "--no-launch-profile", "--urls", $"http://{IPAddress.Loopback}:0");
        var process = Process.Start(start)!;
        const string announcement = "Now listening on: ";
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.IndexOf(announcement, StringComparison.Ordinal) is var at and >= 0)
                return new RunningProgram(process, new Uri(line[(at + announcement.Length)..].Trim()));
        }

        throw new InvalidOperationException($"The program ended before it listened: {await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }
}
