namespace Parley.Pacts.StandInBroker.Http;

/// <summary>Every path that answers, with the names in it escaped.</summary>
internal static class BrokerPaths
{
    public static string ForVerification(string provider) => $"/pacts/provider/{Escape(provider)}/for-verification";

    public static string PactOfVersion(string provider, string consumer, string number) => $"{Pacts(provider, consumer)}/version/{Escape(number)}";

    public static string PactVersion(string provider, string consumer, string hash) => $"{Pacts(provider, consumer)}/pact-version/{hash}";

    public static string VerificationResults(string provider, string consumer, string hash) => $"{PactVersion(provider, consumer, hash)}/verification-results";

    public static string Pacticipant(string name) => $"/pacticipants/{Escape(name)}";

    public static string Version(string name, string number) => $"{Pacticipant(name)}/versions/{Escape(number)}";

    public static string Tag(string name, string number, string tag) => $"{Version(name, number)}/tags/{Escape(tag)}";

    public static string Environment(string uuid) => $"/environments/{uuid}";

    private static string Pacts(string provider, string consumer) => $"/pacts/provider/{Escape(provider)}/consumer/{Escape(consumer)}";

    // A template keeps its braces.
    private static string Escape(string name) => name is ['{', .., '}'] ? name : Uri.EscapeDataString(name);
}
