using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Parley.ContractTesting;

/// <summary>A Pact Broker, what is asked of it and what it is told.</summary>
/// <param name="Address">Its base address.</param>
public sealed record PactBroker(Uri Address)
{
    /// <summary>A bearer token; null to use <see cref="UserName"/>, or no credentials. Never set together with it.</summary>
    public string? Token { get; init; }

    /// <summary>A user name for HTTP Basic; null for none.</summary>
    public string? UserName { get; init; }

    /// <summary>The password of <see cref="UserName"/>.</summary>
    public string? Password { get; init; }

    /// <summary>
    /// Which consumer versions' pacts are verified. Default: of each consumer the latest on its main branch, the latest on a branch that is named as
    /// the provider's, and all that are deployed or released.
    /// </summary>
    public IReadOnlyList<ConsumerVersionSelector> Selectors { get; init; } = [new() { MainBranch = true }, new() { MatchingBranch = true }, new() { DeployedOrReleased = true }];

    /// <summary>The branch that this version of the provider is on.</summary>
    public required string Branch { get; init; }

    /// <summary>The version of the provider as which results are published, best the commit; null (the default) publishes nothing.</summary>
    public string? PublishAsVersion { get; init; }

    /// <summary>Where the build that publishes can be seen.</summary>
    public Uri? BuildAddress { get; init; }

    /// <summary>Whether a pact that this branch of the provider has never kept may fail without failing the build. Default true.</summary>
    public bool EnablePending { get; init; } = true;

    /// <summary>From when on pacts on other branches of consumers are verified too, as pending ones; null (the default) for none.</summary>
    public DateOnly? IncludeWorkInProgressSince { get; init; }

    /// <summary>
    /// The broker that the environment names: <c>PACT_BROKER_BASE_URL</c>, with <c>PACT_BROKER_TOKEN</c> or <c>PACT_BROKER_USERNAME</c> and
    /// <c>PACT_BROKER_PASSWORD</c>. <c>PACT_PROVIDER_BRANCH</c> is the branch; with <c>PACT_PROVIDER_VERSION</c> results are published.
    /// <c>PACT_INCLUDE_WIP_PACTS_SINCE</c> is a day such as 2026-01-31.
    /// </summary>
    /// <returns>Null when <c>PACT_BROKER_BASE_URL</c> is not set.</returns>
    /// <exception cref="PactFailureException">A variable is missing or cannot be read.</exception>
    public static PactBroker? FromEnvironment()
    {
        if (Variable("PACT_BROKER_BASE_URL") is not { } address)
            return null;

        return new PactBroker(Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : throw new PactFailureException($"PACT_BROKER_BASE_URL is '{address}', which is not an absolute URL."))
        {
            Token = Variable("PACT_BROKER_TOKEN"),
            UserName = Variable("PACT_BROKER_USERNAME"),
            Password = Variable("PACT_BROKER_PASSWORD"),
            Branch = Variable("PACT_PROVIDER_BRANCH") ?? throw new PactFailureException("PACT_BROKER_BASE_URL is set, but not PACT_PROVIDER_BRANCH, the branch that this version of the provider is on."),
            PublishAsVersion = Variable("PACT_PROVIDER_VERSION"),
            IncludeWorkInProgressSince = Variable("PACT_INCLUDE_WIP_PACTS_SINCE") is { } since ? ReadDay(since) : null,
        };
    }

    /// <summary>How it is told who calls; null without credentials.</summary>
    /// <exception cref="PactFailureException">The credentials are of two kinds, or half of one is missing.</exception>
    internal AuthenticationHeaderValue? Authorize() => (Token, UserName, Password) switch
    {
        (null, null, null) => null,
        ({ } token, null, null) => new("Bearer", token),
        (null, { } user, { } password) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))),
        (null, _, null) => throw Unclear("a user name without a password"),
        (null, null, _) => throw Unclear("a password without a user name"),
        _ => throw Unclear("both a token and a user name or password"),
    };

    /// <summary>The address alone, so that no log shows a token or password, not even one in the address.</summary>
    public override string ToString() => Address is { IsAbsoluteUri: true, UserInfo.Length: > 0 } ? Address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.SafeUnescaped) : Address.ToString();

    private PactFailureException Unclear(string credentials) =>
        new($"For the broker at {Address} there is {credentials}. Set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, but not both kinds.");

    private static DateOnly ReadDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new PactFailureException($"PACT_INCLUDE_WIP_PACTS_SINCE is '{text}', which is not a day such as 2026-01-31.");

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
