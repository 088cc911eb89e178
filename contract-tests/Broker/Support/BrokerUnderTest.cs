using Parley.Pacts.StandInBroker;

namespace ContactCenter.Broker.Support;

/// <summary>
/// The broker that a test talks to: a stand-in of its own, or the real one that <c>PACT_BROKER_BASE_URL</c> (and <c>PACT_BROKER_TOKEN</c>) names.
/// A real one remembers earlier runs, so that names and versions must be new in each: see <see cref="New"/>.
/// </summary>
internal sealed class BrokerUnderTest : IAsyncDisposable
{
    private readonly StandInPactBroker? _standIn;

    private BrokerUnderTest(Uri address, string? token, StandInPactBroker? standIn)
    {
        Address = address;
        Token = token;
        _standIn = standIn;
    }

    public Uri Address { get; }

    public string? Token { get; }

    public string Description => _standIn is null ? $"the broker at {Address}" : "the stand-in broker";

    public static async Task<BrokerUnderTest> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("PACT_BROKER_BASE_URL") is { Length: > 0 } address)
            return new(new Uri(address), Environment.GetEnvironmentVariable("PACT_BROKER_TOKEN") is { Length: > 0 } token ? token : null, standIn: null);

        // With a token, so that credentials are part of every run.
        const string Token = "a-token-for-tests";
        var standIn = await StandInPactBroker.StartAsync(StandInBrokerCredentials.Bearer(Token), cancellationToken: TestContext.Current.CancellationToken);
        return new(standIn.Address, Token, standIn);
    }

    /// <summary>A name that no earlier run has used.</summary>
    public static string New(string name) => $"{name}-{Guid.NewGuid():N}";

    public ValueTask DisposeAsync() => _standIn?.DisposeAsync() ?? ValueTask.CompletedTask;
}
