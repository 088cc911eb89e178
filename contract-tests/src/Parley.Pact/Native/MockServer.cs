using System.Globalization;

namespace Parley.Pacts;

/// <summary>A running mock server of the core.</summary>
internal sealed class MockServer : IDisposable
{
    private readonly int _port;

    private MockServer(int port, string host)
    {
        _port = port;
        Uri = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://{host}:{port}"));
    }

    /// <summary>Its address.</summary>
    public Uri Uri { get; }

    /// <summary>What went wrong as a JSON array: requests that came unexpectedly or otherwise than agreed, and those that did not come; <c>[]</c> when nothing.</summary>
    public string Mismatches => NativeText.Copy(NativeMethods.MockServerMismatches(_port)) ?? throw new PactFailureException("The Pact core has lost its mock server.");

    /// <summary>What the server has logged.</summary>
    public string Logs => NativeText.Copy(NativeMethods.MockServerLogs(_port)) ?? "";

    /// <summary>Starts a server.</summary>
    /// <param name="pact">What it answers.</param>
    /// <param name="host">Where it listens.</param>
    /// <param name="port">Its port; null for any free one.</param>
    /// <exception cref="PactFailureException">It could not be started.</exception>
    public static MockServer Start(PactHandle pact, IPAddress host, int? port)
    {
        var address = host switch
        {
            IPAddress.Loopback => "127.0.0.1",
            IPAddress.Any => "0.0.0.0",
            _ => throw new ArgumentOutOfRangeException(nameof(host), host, "No such address."),
        };
        var result = NativeMethods.CreateMockServer(pact, address, checked((ushort)(port ?? 0)), "http", configuration: null);
        return result > 0
            ? new MockServer(result, address)
            : throw new PactFailureException($"The mock server could not be started on {address}:{port ?? 0} (error {result} of the Pact core); is the port in use?");
    }

    /// <inheritdoc/>
    public void Dispose() => NativeMethods.CleanupMockServer(_port);
}
