using Parley.ContractTesting.Support;

namespace Parley.ContractTesting.Verification;

/// <summary>The environment is the process's: no other class reads or writes <c>PACT_</c> variables.</summary>
public sealed class PactBrokerTests
{
    private const string Address = "http://127.0.0.1:9292/";

    [Fact]
    public void Without_an_address_there_is_no_broker()
    {
        using var variables = new EnvironmentVariables().With("PACT_BROKER_TOKEN", "a token").With("PACT_PROVIDER_BRANCH", "main");

        Assert.Null(PactBroker.FromEnvironment());
    }

    [Fact]
    public void An_empty_variable_is_none()
    {
        using var variables = Minimum().With("PACT_BROKER_TOKEN", "").With("PACT_PROVIDER_VERSION", "");
        var broker = PactBroker.FromEnvironment()!;

        Assert.Null(broker.Token);
        Assert.Null(broker.PublishAsVersion);
    }

    [Fact]
    public void Address_and_branch_are_enough()
    {
        using var variables = Minimum();
        var broker = PactBroker.FromEnvironment()!;

        Assert.Equal((new Uri(Address), "main"), (broker.Address, broker.Branch));
        Assert.Equal((null, null, null), (broker.Token, broker.UserName, broker.Password));
        Assert.Equal((null, null, true), (broker.PublishAsVersion, broker.IncludeWorkInProgressSince, broker.EnablePending));
    }

    [Fact]
    public void Version_and_day_are_read()
    {
        using var variables = Minimum().With("PACT_PROVIDER_VERSION", "p1").With("PACT_INCLUDE_WIP_PACTS_SINCE", "2026-01-31");
        var broker = PactBroker.FromEnvironment()!;

        Assert.Equal(("p1", new DateOnly(2026, 1, 31)), (broker.PublishAsVersion, broker.IncludeWorkInProgressSince));
    }

    [Theory]
    [InlineData("a token", null, null)]
    [InlineData(null, "anna", "se:cret")]
    public void Either_kind_of_credentials_is_read(string? token, string? userName, string? password)
    {
        using var variables = Minimum().With("PACT_BROKER_TOKEN", token).With("PACT_BROKER_USERNAME", userName).With("PACT_BROKER_PASSWORD", password);
        var broker = PactBroker.FromEnvironment()!;

        Assert.Equal((token, userName, password), (broker.Token, broker.UserName, broker.Password));
    }

    [Theory]
    [InlineData("a token", "anna", "secret", "both a token and a user name or password")]
    [InlineData("a token", "anna", null, "both a token and a user name or password")]
    [InlineData("a token", null, "secret", "both a token and a user name or password")]
    [InlineData(null, "anna", null, "a user name without a password")]
    [InlineData(null, null, "secret", "a password without a user name")]
    public async Task Credentials_of_two_kinds_or_half_of_one_are_refused(string? token, string? userName, string? password, string what)
    {
        using var variables = Minimum().With("PACT_BROKER_TOKEN", token).With("PACT_BROKER_USERNAME", userName).With("PACT_BROKER_PASSWORD", password);
        await using var shelf = await Shelf.StartAsync();
        var verification = ProviderVerification.Of(Shelf.Name, shelf.Address).WithPacts(PactSource.Broker(PactBroker.FromEnvironment()!));

        var exception = await Assert.ThrowsAsync<PactFailureException>(() => verification.VerifyAsync(TestContext.Current.CancellationToken));

        Assert.Equal($"For the broker at {Address} there is {what}. Set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, but not both kinds.", exception.Message);
    }

    [Theory]
    [InlineData("http://anna:secret@127.0.0.1:9292/")]
    [InlineData("ftp://anna:secret@127.0.0.1:9292/")]
    public async Task An_address_with_a_password_is_refused_and_not_told(string address)
    {
        var broker = new PactBroker(new Uri(address)) { Branch = "main" };
        await using var shelf = await Shelf.StartAsync();
        var verification = ProviderVerification.Of(Shelf.Name, shelf.Address).WithPacts(PactSource.Broker(broker));

        var exception = await Assert.ThrowsAsync<PactFailureException>(() => verification.VerifyAsync(TestContext.Current.CancellationToken));

        Assert.Contains("holds a user name or a password", exception.Message);
        Assert.DoesNotContain("secret", exception.Message + broker);
    }

    [Theory]
    [InlineData("PACT_BROKER_BASE_URL", "broker.example", "PACT_BROKER_BASE_URL is 'broker.example', which is not an absolute URL")]
    [InlineData("PACT_PROVIDER_BRANCH", null, "PACT_BROKER_BASE_URL is set, but not PACT_PROVIDER_BRANCH")]
    [InlineData("PACT_INCLUDE_WIP_PACTS_SINCE", "31.01.2026", "PACT_INCLUDE_WIP_PACTS_SINCE is '31.01.2026', which is not a day such as 2026-01-31")]
    public void A_variable_that_is_missing_or_cannot_be_read_is_named(string name, string? value, string sentence)
    {
        using var variables = Minimum().With(name, value);

        Assert.Contains(sentence, Assert.Throws<PactFailureException>(PactBroker.FromEnvironment).Message);
    }

    [Fact]
    public void The_text_of_a_broker_tells_no_secret() =>
        Assert.Equal(Address, $"{new PactBroker(new Uri(Address)) { Branch = "main", Token = "a token", UserName = "anna", Password = "secret" }}");

    private static EnvironmentVariables Minimum() => new EnvironmentVariables().With("PACT_BROKER_BASE_URL", Address).With("PACT_PROVIDER_BRANCH", "main");
}
