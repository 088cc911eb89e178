using System.Globalization;
using System.Security.Cryptography;

namespace ContactCenter.Accounts;

/// <summary>Hashes of passwords: <c>pbkdf2-sha256$ITERATIONS$SALT$HASH</c>, salt and hash in base 64.</summary>
internal static class PasswordHash
{
    /// <summary>Iterations of new hashes: OWASP's advice for PBKDF2 with SHA-256.</summary>
    public const int DefaultIterations = 600_000;

    private const string Scheme = "pbkdf2-sha256";
    private const int SaltLength = 16;
    private const int HashLength = 32;
    private const int MinIterations = 1000;
    private const int MaxIterations = 10_000_000;

    /// <summary>Hashes a password with a new salt.</summary>
    public static string Create(string password, int iterations = DefaultIterations)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var hash = Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA256, HashLength);
        return Write(iterations, salt, hash);
    }

    /// <summary>A hash that no password is known to have, and that costs as much to compare with as any other.</summary>
    public static string OfNothing(int iterations = DefaultIterations) =>
        Write(iterations, RandomNumberGenerator.GetBytes(SaltLength), RandomNumberGenerator.GetBytes(HashLength));

    /// <summary>Whether the text has the format of a hash.</summary>
    public static bool IsWellFormed(string hash) => TryParse(hash, out _, out _, out _);

    /// <summary>Compares a password with a hash, in a time that does not depend on where they differ.</summary>
    /// <exception cref="FormatException">The hash is not well formed.</exception>
    public static bool Verify(string password, string hash)
    {
        if (!TryParse(hash, out var iterations, out var salt, out var expected))
            throw new FormatException($"A password hash has the form {Scheme}$ITERATIONS$SALT$HASH.");

        var actual = Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA256, expected.Length);
        return CryptographicOperations.FixedTimeEquals(actual, expected);
    }

    private static string Write(int iterations, byte[] salt, byte[] hash) =>
        string.Create(CultureInfo.InvariantCulture, $"{Scheme}${iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}");

    private static bool TryParse(string text, out int iterations, out byte[] salt, out byte[] hash)
    {
        (iterations, salt, hash) = (0, [], []);
        var parts = text.Split('$');
        return parts.Length == 4
            && parts[0] == Scheme
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out iterations)
            && iterations is >= MinIterations and <= MaxIterations
            && TryDecode(parts[2], out salt)
            && TryDecode(parts[3], out hash)
            && salt.Length >= 8
            && hash.Length >= 16;
    }

    private static bool TryDecode(string text, out byte[] bytes)
    {
        var buffer = new byte[text.Length];
        var decoded = Convert.TryFromBase64String(text, buffer, out var written);
        bytes = decoded ? buffer[..written] : [];
        return decoded;
    }
}
