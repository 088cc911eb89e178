using Parley.Pacts.StandInBroker;

namespace ContactCenter.Broker.Support;

/// <summary>
/// The broker that a test talks to: a stand-in of its own, or the real one that <c>PACT_BROKER_BASE_URL</c> names, with <c>PACT_BROKER_TOKEN</c> or
/// <c>PACT_BROKER_USERNAME</c> and <c>PACT_BROKER_PASSWORD</c>. A real one remembers earlier runs, so that names and versions must be new in each: see <see cref="New"/>.
/// </summary>
internal sealed class BrokerUnderTest : IAsyncDisposable
{
    private readonly StandInPactBroker? _standIn;

    private BrokerUnderTest(Uri address, StandInPactBroker? standIn)
    {
        Address = address;
        _standIn = standIn;
    }

    public Uri Address { get; }

    public string? Token { get; private init; }

    public string? UserName { get; private init; }

    public string? Password { get; private init; }

    public static async Task<BrokerUnderTest> StartAsync()
    {
        if (Variable("PACT_BROKER_BASE_URL") is { } address)
        {
            return new(new Uri(address), standIn: null)
            {
                Token = Variable("PACT_BROKER_TOKEN"),
                UserName = Variable("PACT_BROKER_USERNAME"),
                Password = Variable("PACT_BROKER_PASSWORD"),
            };
        }

        // With a token, so that credentials are part of every run.
        const string Token = "a-token-for-tests";
        return await StandInAsync(StandInBrokerCredentials.Bearer(Token), token: Token);
    }

    /// <summary>A stand-in, whatever the environment names, and what it is shown.</summary>
    public static async Task<BrokerUnderTest> StandInAsync(StandInBrokerCredentials demanded, string? token = null, string? userName = null, string? password = null)
    {
        var standIn = await StandInPactBroker.StartAsync(demanded, cancellationToken: TestContext.Current.CancellationToken);
        return new(standIn.Address, standIn) { Token = token, UserName = userName, Password = password };
    }

    /// <summary>A name that no earlier run has used.</summary>
    public static string New(string name) => $"{name}-{Guid.NewGuid():N}";

    public ValueTask DisposeAsync() => _standIn?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
