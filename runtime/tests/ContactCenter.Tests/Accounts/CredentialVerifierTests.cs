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

    [Fact]
    public async Task Guesses_for_one_account_leave_room_for_another_account()
    {
        using var release = new ManualResetEventSlim();
        using var verifier = new CredentialVerifier(
            new AccountDirectory(DemoAccounts.Create(1000)),
            _time,
            1000,
            (password, hash) =>
            {
                if (password == "slow")
                    release.Wait(TestContext.Current.CancellationToken);
                return PasswordHash.Verify(password, hash);
            });
        var guesses = Enumerable.Range(0, 5).Select(_ => verifier.VerifyAsync("agent1", "slow", TestContext.Current.CancellationToken).AsTask()).ToList();
        Assert.NotNull(await verifier.VerifyAsync("agent2", "demo", TestContext.Current.CancellationToken));
        Assert.DoesNotContain(guesses, guess => guess.IsCompleted);
        release.Set();
        Assert.All(await Task.WhenAll(guesses), Assert.Null);
        Assert.NotNull(await verifier.VerifyAsync("agent1", "demo", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_comes_when_too_many_wait_for_the_same_account_is_refused_at_once()
    {
        using var release = new ManualResetEventSlim();
        using var verifier = new CredentialVerifier(
            new AccountDirectory(DemoAccounts.Create(1000)),
            _time,
            1000,
            (_, _) =>
            {
                release.Wait(TestContext.Current.CancellationToken);
                return true;
            });
        var waiting = Enumerable.Range(0, LoginGates.Most).Select(_ => verifier.VerifyAsync("agent1", "demo", TestContext.Current.CancellationToken).AsTask()).ToList();
        Assert.Null(await verifier.VerifyAsync("agent1", "demo", TestContext.Current.CancellationToken));
        release.Set();
        Assert.All(await Task.WhenAll(waiting), Assert.NotNull);
    }

    [Fact]
    public async Task A_right_pair_that_comes_many_times_at_once_is_hashed_once()
    {
        var hashed = 0;
        using var verifier = new CredentialVerifier(
            new AccountDirectory(DemoAccounts.Create(1000)),
            _time,
            1000,
            (password, hash) =>
            {
                Interlocked.Increment(ref hashed);
                return PasswordHash.Verify(password, hash);
            });
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => verifier.VerifyAsync("agent1", "demo", TestContext.Current.CancellationToken).AsTask()));
        Assert.Equal(1, hashed);
    }

    private CredentialVerifier Make() => new(new AccountDirectory(DemoAccounts.Create(1000)), _time, 1000);
}
