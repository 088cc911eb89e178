namespace Parley.Pacts.Tests;

/// <summary>No test of the binding is about how fast a provider answers, and machines that run tests are busy.</summary>
internal static class Patience
{
    public static IPactVerifierSource Patiently(this IPactVerifierSource source) => source.WithRequestTimeout(TimeSpan.FromMinutes(5));
}
