using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ContactCenter.Accounts;

/// <summary>
/// Checks logins and passwords. A pair that was right is remembered for a while under a keyed hash, so that HTTP Basic does not pay for
/// PBKDF2 on every request; a wrong one, and one for an unknown login, costs the same each time. Hashes run beside the requests, a bounded number at once, and
/// at most one for each account: guessing the password of one account, or of accounts that do not exist, takes one place and no more,
/// and after some mistakes it takes longer each time (<see cref="LoginPenalties"/>). Who comes when too many wait for the same account is refused.
/// </summary>
internal sealed class CredentialVerifier : IDisposable
{
    /// <summary>How long a right pair is remembered.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private const int LongestLogin = 64;
    private const int LongestPassword = 256;
    private const int MostRemembered = 10_000;

    private readonly AccountDirectory _directory;
    private readonly TimeProvider _time;
    private readonly string _hashOfNobody;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _remembered = new(StringComparer.Ordinal);

    // Guessing passwords must not take the processor from everybody else. Two at least: one slow hash never keeps all others waiting.
    private readonly SemaphoreSlim _hashing = new(Math.Max(2, Environment.ProcessorCount / 2));
    private readonly LoginGates _gates = new();
    private readonly LoginPenalties _penalties;
    private readonly Func<string, string, bool> _compare;

    public CredentialVerifier(
        AccountDirectory directory, TimeProvider time, int iterations = PasswordHash.DefaultIterations, Func<string, string, bool>? compare = null)
    {
        _compare = compare ?? PasswordHash.Verify;
        _directory = directory;
        _time = time;
        _penalties = new LoginPenalties(time);
        _hashOfNobody = PasswordHash.OfNothing(iterations);
    }

    /// <summary>Returns the account if the login exists and the password is right, else null.</summary>
    public async ValueTask<Account?> VerifyAsync(string login, string password, CancellationToken cancellationToken)
    {
        var account = login.Length <= LongestLogin ? _directory.FindByLogin(login) : null;
        var hash = account?.PasswordHash ?? _hashOfNobody;
        var proof = Prove(login, password, hash);
        if (account is not null && IsRemembered(proof))
            return account;

        // Whoever is not known shares one gate.
        var key = account?.Id ?? "";
        using var gate = await _gates.EnterAsync(key, cancellationToken).ConfigureAwait(false);
        if (gate is null)
            return null;
        // The same client may have asked twice at once; the first has paid for both.
        if (account is not null && IsRemembered(proof))
            return account;
        // Whoever guesses waits at the gate, and all guesses behind that one too.
        if (_penalties.Wait(key) is var wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(false);
        var right = await CompareAsync(password, hash, cancellationToken).ConfigureAwait(false);
        if (account is null || !right)
        {
            _penalties.Failed(key);
            return null;
        }

        _penalties.Succeeded(key);
        Remember(proof);
        return account;
    }

    public void Dispose() => _hashing.Dispose();

    private async ValueTask<bool> CompareAsync(string password, string hash, CancellationToken cancellationToken)
    {
        if (password.Length > LongestPassword)
            return false;
        await _hashing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => _compare(password, hash), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _hashing.Release();
        }
    }

    private bool IsRemembered(string proof)
    {
        if (!_remembered.TryGetValue(proof, out var until))
            return false;
        if (_time.GetUtcNow() < until)
            return true;
        _remembered.TryRemove(proof, out _);
        return false;
    }

    private void Remember(string proof)
    {
        // Only right pairs come here, so this many means that passwords change; forgetting all costs one PBKDF2 each.
        if (_remembered.Count >= MostRemembered)
            _remembered.Clear();
        _remembered[proof] = _time.GetUtcNow() + Lifetime;
    }

    private string Prove(string login, string password, string hash)
    {
        var pair = Encoding.UTF8.GetBytes($"{login.Length}:{login}{hash.Length}:{hash}{password}");
        return Convert.ToBase64String(HMACSHA256.HashData(_key, pair));
    }
}
