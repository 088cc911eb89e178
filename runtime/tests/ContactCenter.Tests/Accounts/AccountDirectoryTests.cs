using ContactCenter.Accounts;

namespace ContactCenter.Tests.Accounts;

public sealed class AccountDirectoryTests
{
    [Fact]
    public void Demo_accounts_are_those_of_the_documentation()
    {
        var directory = new AccountDirectory(DemoAccounts.Create(1000));

        Assert.Equal(["admin1", "agent1", "agent2", "agent3", "agent4", "gateway1", "supervisor1"], directory.All.Select(account => account.Login));
        Assert.Equal(["agent2", "agent3"], directory.All.Where(account => account.Skills.Any(skill => skill.Name == "billing")).Select(account => account.Login));
        Assert.All(directory.All, account => Assert.Matches("^[0-9a-f]{32}$", account.Id));
        Assert.All(directory.All, account => Assert.True(account.IsDemo));
    }

    [Fact]
    public void Two_accounts_never_share_login_or_identifier()
    {
        var accounts = DemoAccounts.Create(1000);

        Assert.Throws<InvalidOperationException>(() => new AccountDirectory([accounts[0], accounts[1] with { Id = accounts[0].Id }]));
        Assert.Throws<InvalidOperationException>(() => new AccountDirectory([accounts[0], accounts[1] with { Login = accounts[0].Login }]));
    }

    [Theory]
    [InlineData("xyz", "a", "Agent", "Id")]
    [InlineData("0a1e0000000040008000000000000001", "a:b", "Agent", "Login")]
    [InlineData("0a1e0000000040008000000000000001", "a", "Root", "Root")]
    public void A_wrong_account_in_the_configuration_is_named(string id, string login, string permission, string problem)
    {
        var options = new AccountOptions { Id = id, Login = login, PasswordHash = PasswordHash.Create("x", 1000), Permissions = { permission } };

        Assert.Contains(problem, Assert.Throws<InvalidOperationException>(options.ToAccount).Message, StringComparison.Ordinal);
    }
}
