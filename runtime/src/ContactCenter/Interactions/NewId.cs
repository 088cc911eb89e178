using System.Security.Cryptography;

namespace ContactCenter.Interactions;

/// <summary>Identifiers of interactions and sessions.</summary>
internal static class NewId
{
    /// <summary>16 upper-case letters and digits from a cryptographic source: nobody can guess the id of an interaction of somebody else.</summary>
    public static string Create() => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 16);
}
