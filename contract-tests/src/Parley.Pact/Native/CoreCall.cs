namespace Parley.Pacts;

/// <summary>Judges what the core returns.</summary>
internal static class CoreCall
{
    /// <exception cref="PactFailureException">The core refused.</exception>
    public static void Done(bool succeeded, string action)
    {
        if (!succeeded)
            throw new PactFailureException($"The Pact core refused to {action}. A pact cannot be changed once its mock server has been started.");
    }
}
