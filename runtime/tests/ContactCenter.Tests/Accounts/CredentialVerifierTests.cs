using ContactCenter.Accounts;
using ContactCenter.Tests.Support;

namespace ContactCenter.Tests.Accounts;

public sealed class CredentialVerifierTests
{
    private readonly FixedTimeProvider _time = new(DateTimeOffset.UnixEpoch);

    [Theory]
    [InlineData("agent1", "demo", true)]
    [InlineData("agent1", "demo ", false)]
    [InlineData("AGENT1", "demo", false)]
    [InlineData("agent9", "demo", false)]
    [InlineData("agent1", "", false)]
    public async Task Only_the_right_pair_gets_in(string login, string password, bool expected)
    {
        using var verifier = Make();
        for (var attempt = 0; attempt < 2; attempt++)
            Assert.Equal(expected, await verifier.VerifyAsync(login, password, TestContext.Current.CancellationToken) is not null);
    }

    [Fact]
    public async Task A_remembered_pair_does_not_let_another_password_in()
    {
        using var verifier = Make();
        Assert.NotNull(await verifier.VerifyAsync("agent1", "demo", TestContext.Current.CancellationToken));

        Assert.Null(await verifier.VerifyAsync("agent1", "wrong", TestContext.Current.CancellationToken));
        Assert.Equal("agent2", (await verifier.VerifyAsync("agent2", "demo", TestContext.Current.CancellationToken))?.Login);

        _time.Now += CredentialVerifier.Lifetime;
        Assert.NotNull(await verifier.VerifyAsync("agent1", "demo", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Too_long_passwords_are_refused()
    {
        using var verifier = Make();
        Assert.Null(await verifier.VerifyAsync("agent1", new string('x', 100_000), TestContext.Current.CancellationToken));
        Assert.Null(await verifier.VerifyAsync(new string('x', 100_000), "demo", TestContext.Current.CancellationToken));
    }

    private CredentialVerifier Make() => new(new AccountDirectory(DemoAccounts.Create(1000)), _time, 1000);
}
