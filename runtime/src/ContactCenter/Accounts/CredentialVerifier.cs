using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ContactCenter.Accounts;

/// <summary>
/// Checks logins and passwords. A pair that was right is remembered for a while under a keyed hash, so that HTTP Basic does not pay for
/// PBKDF2 on every request; a wrong one, and one for an unknown login, costs the same each time.
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

    // Guessing passwords must not take the processor from everybody else.
    private readonly SemaphoreSlim _hashing = new(Math.Max(1, Environment.ProcessorCount / 2));

    public CredentialVerifier(AccountDirectory directory, TimeProvider time, int iterations = PasswordHash.DefaultIterations)
    {
        _directory = directory;
        _time = time;
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

        await _hashing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var right = password.Length <= LongestPassword && PasswordHash.Verify(password, hash);
            if (account is null || !right)
                return null;
        }
        finally
        {
            _hashing.Release();
        }

        Remember(proof);
        return account;
    }

    public void Dispose() => _hashing.Dispose();

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
