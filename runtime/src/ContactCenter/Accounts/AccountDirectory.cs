using System.Collections.Frozen;

namespace ContactCenter.Accounts;

/// <summary>All accounts of this run of the program.</summary>
internal sealed class AccountDirectory
{
    private readonly FrozenDictionary<string, Account> _byId;
    private readonly FrozenDictionary<string, Account> _byLogin;

    /// <summary>Makes a directory.</summary>
    /// <exception cref="InvalidOperationException">Two accounts share an identifier or a login.</exception>
    public AccountDirectory(IEnumerable<Account> accounts)
    {
        All = [.. accounts.OrderBy(account => account.Login, StringComparer.Ordinal)];
        RefuseTwins(All, account => account.Id, "identifier");
        RefuseTwins(All, account => account.Login, "login");
        _byId = All.ToFrozenDictionary(account => account.Id, StringComparer.Ordinal);
        _byLogin = All.ToFrozenDictionary(account => account.Login, StringComparer.Ordinal);
    }

    /// <summary>All accounts, by login.</summary>
    public IReadOnlyList<Account> All { get; }

    /// <summary>Finds an account by its identifier.</summary>
    public Account? FindById(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Finds an account by its login.</summary>
    public Account? FindByLogin(string login) => _byLogin.GetValueOrDefault(login);

    private static void RefuseTwins(IReadOnlyList<Account> accounts, Func<Account, string> key, string what)
    {
        if (accounts.GroupBy(key, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twins)
            throw new InvalidOperationException($"{twins.Count()} accounts have the {what} '{twins.Key}'.");
    }
}
