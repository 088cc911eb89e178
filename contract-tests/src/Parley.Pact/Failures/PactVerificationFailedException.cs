namespace Parley.Pacts;

/// <summary>The provider does not keep a pact, or nothing was there to be kept.</summary>
/// <inheritdoc/>
public class PactVerificationFailedException(string message, Exception? innerException = null) : PactFailureException(message, innerException);
