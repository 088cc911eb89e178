using System.Text.Json;

namespace Parley.Pacts;

internal sealed class ConfiguredMessageVerifier(PactHandle pact, uint message, PactConfig config) : IConfiguredMessageVerifier
{
    public void Verify<T>(Action<T> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        try
        {
            handler(Example<T>());
        }
        catch (Exception exception)
        {
            throw Refused(exception);
        }

        pact.WriteFile(config.PactDir);
    }

    public async Task VerifyAsync<T>(Func<T, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        try
        {
            await handler(Example<T>()).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw Refused(exception);
        }

        pact.WriteFile(config.PactDir);
    }

    private static PactMessageConsumerVerificationException Refused(Exception exception) =>
        new($"The consumer's handler could not take the message: {exception.Message}", exception);

    // Of matchers the examples are left.
    private T Example<T>()
    {
        var reified = NativeText.Take(NativeMethods.ReifyMessage(message)) ?? throw new PactFailureException("The Pact core has lost the message.");
        using var document = JsonDocument.Parse(reified);
        return document.RootElement.GetProperty("contents").GetProperty("content").Deserialize<T>(config.DefaultJsonSettings)!;
    }
}
