namespace Parley.Pacts;

/// <summary>A pact does not hold, or Pact could not do its work.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="innerException">The cause.</param>
public class PactFailureException(string message, Exception? innerException = null) : Exception(message, innerException);
