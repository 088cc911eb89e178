namespace Parley.Pacts;

/// <summary>A described message.</summary>
public interface IConfiguredMessageVerifier
{
    /// <summary>Gives the example to the consumer's handler, and writes the pact when that takes it.</summary>
    /// <typeparam name="T">What the content is read as; <see cref="System.Text.Json.JsonElement"/> leaves it as it is.</typeparam>
    /// <exception cref="PactMessageConsumerVerificationException">The handler threw, or the content cannot be read.</exception>
    void Verify<T>(Action<T> handler);

    /// <inheritdoc cref="Verify"/>
    Task VerifyAsync<T>(Func<T, Task> handler);
}
