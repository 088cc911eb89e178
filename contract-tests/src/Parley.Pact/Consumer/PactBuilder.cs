namespace Parley.Pacts;

internal sealed class PactBuilder(PactHandle pact, PactConfig config, int? port, IPAddress host) : IPactBuilderV4
{
    private bool _hasInteraction;

    public IRequestBuilderV4 UponReceiving(string description)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        _hasInteraction = true;
        return new RequestBuilder(new HttpInteraction(NativeMethods.NewInteraction(pact, description)), config.DefaultJsonSettings);
    }

    public void Verify(Action<IConsumerContext> interact)
    {
        ArgumentNullException.ThrowIfNull(interact);
        using var server = Start();
        interact(new ConsumerContext(server.Uri));
        Finish(server);
    }

    public async Task VerifyAsync(Func<IConsumerContext, Task> interact)
    {
        ArgumentNullException.ThrowIfNull(interact);
        using var server = Start();
        await interact(new ConsumerContext(server.Uri)).ConfigureAwait(false);
        Finish(server);
    }

    private MockServer Start() => _hasInteraction
        ? MockServer.Start(pact, host, port)
        : throw new PactFailureException("No interaction is described, so nothing would be verified; call UponReceiving first.");

    private void Finish(MockServer server)
    {
        var mismatches = server.Mismatches;
        if (mismatches == "[]")
        {
            pact.WriteFile(config.PactDir);
            return;
        }

        config.WriteLine(server.Logs);
        throw new PactFailureException($"The consumer did not send what the pact describes:{Environment.NewLine}{MismatchText.Of(mismatches)}");
    }

    private sealed record ConsumerContext(Uri MockServerUri) : IConsumerContext;
}
