namespace Parley.Pacts;

/// <summary>HTTP interactions of a pact.</summary>
public interface IPactBuilderV4
{
    /// <summary>Begins an interaction.</summary>
    /// <param name="description">Its name, unique in the pact: a second interaction of that name replaces the first.</param>
    IRequestBuilderV4 UponReceiving(string description);

    /// <summary>Runs the consumer against a mock server that answers as described, and writes the pact when exactly the described requests came.</summary>
    /// <exception cref="PactFailureException">A request was missing, unexpected or different, or no interaction was described.</exception>
    void Verify(Action<IConsumerContext> interact);

    /// <inheritdoc cref="Verify"/>
    Task VerifyAsync(Func<IConsumerContext, Task> interact);
}
