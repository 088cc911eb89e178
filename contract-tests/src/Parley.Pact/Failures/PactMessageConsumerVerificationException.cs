namespace Parley.Pacts;

/// <summary>The consumer's handler could not take the message.</summary>
/// <inheritdoc/>
public class PactMessageConsumerVerificationException(string message, Exception? innerException = null) : PactFailureException(message, innerException);
