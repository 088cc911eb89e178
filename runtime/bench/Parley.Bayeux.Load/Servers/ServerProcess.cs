using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Parley.Bayeux.Load.Servers;

/// <summary>A server that runs as a process of its own, so that its processor time and memory are its own too. It ends when its standard input does, hence with this process at the latest.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private ServerProcess(Process process) => _process = process;

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; private set; }

    /// <summary>Starts a server and waits until it listens.</summary>
    public static async Task<ServerProcess> StartAsync(ServerName name, CancellationToken cancellationToken)
    {
        var server = new ServerProcess(Process.Start(Describe(name))!);
        try
        {
            server.Port = (int)await server.ReadAsync("port", cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets the server send an event to all its sessions. Does not wait for it.</summary>
    public void Publish(int sequence)
    {
        _process.StandardInput.Write(string.Create(CultureInfo.InvariantCulture, $"publish {sequence}\n"));
        _process.StandardInput.Flush();
    }

    /// <summary>User and system time of the process so far.</summary>
    public async Task<TimeSpan> ProcessorTimeAsync(CancellationToken cancellationToken) => TimeSpan.FromMicroseconds(await AskAsync("usage", cancellationToken));

    /// <summary>Resident bytes after a full collection.</summary>
    public Task<long> MemoryAsync(CancellationToken cancellationToken) => AskAsync("memory", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        try
        {
            await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static ProcessStartInfo Describe(ServerName name)
    {
        // The host of the running runtime: it is there wherever .NET was installed, and works from a test's process as well.
        var start = name == ServerName.Faye
            ? new ProcessStartInfo("node", ["--expose-gc", "server.mjs"]) { WorkingDirectory = FayeInstallation.Directory }
            : new ProcessStartInfo(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"), ["exec", typeof(ServerProcess).Assembly.Location, "serve", name.ToString()]);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        return start;
    }

    private async Task<long> AskAsync(string question, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync(question);
        await _process.StandardInput.FlushAsync(cancellationToken);
        return await ReadAsync(question, cancellationToken);
    }

    private async Task<long> ReadAsync(string answer, CancellationToken cancellationToken)
    {
        var line = await _process.StandardOutput.ReadLineAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken);
        return line?.Split(' ') is [var name, var number] && name == answer
            ? long.Parse(number, CultureInfo.InvariantCulture)
            : throw new InvalidDataException($"The server was to say '{answer}' and said '{line ?? "nothing: it has ended"}'.");
    }
}
