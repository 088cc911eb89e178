using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Parley.Packages.Tests;

/// <summary>The stranger's program on a port of its own, stopped when disposed.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private const string Announcement = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningProgram(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        // Read to the end, whoever listens: a program whose output nobody takes stands still when the pipe is full.
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
    }

    public HttpClient Client { get; } = new();

    /// <summary>Starts the program in a folder and waits until it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended or did not listen in time; the message has what it wrote.</exception>
    public static async Task<RunningProgram> StartAsync(string folder)
    {
        var program = new RunningProgram(Dotnet.Describe(folder, "run", "-c", "Release", "--no-build", "--no-launch-profile", "--urls", $"http://{IPAddress.Loopback}:0"));
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        try
        {
            program.Client.BaseAddress = await program._address.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
            return program;
        }
        catch (Exception exception)
        {
            await program.DisposeAsync();
            throw new InvalidOperationException($"The program does not listen. It wrote:\n{string.Join('\n', program._output)}", exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
            _address.TrySetException(new InvalidOperationException("The program ended."));
        else if (line.IndexOf(Announcement, StringComparison.Ordinal) is var at and >= 0)
            _address.TrySetResult(new Uri(line[(at + Announcement.Length)..].Trim()));
        _output.Enqueue(line ?? "");
    }
}
