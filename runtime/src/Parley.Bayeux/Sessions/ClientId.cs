using System.Security.Cryptography;

namespace Parley.Bayeux;

/// <summary>Makes secrets of letters and digits.</summary>
internal static class ClientId
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /// <summary>A client id: 28 characters, 166 random bits.</summary>
    public static string NewSession() => RandomNumberGenerator.GetString(Alphabet, 28);

    /// <summary>A browser cookie: 16 characters, 95 random bits.</summary>
    public static string NewBrowser() => RandomNumberGenerator.GetString(Alphabet, 16);
}
