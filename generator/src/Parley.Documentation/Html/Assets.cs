using System.Security.Cryptography;
using System.Text;

namespace Parley.Documentation.Html;

/// <summary>The page's own style sheet and script, and the policy that lets a browser run nothing else.</summary>
internal static class Assets
{
    public static string StyleSheet { get; } = Read("reference.css");

    public static string Script { get; } = Read("reference.js");

    /// <summary>
    /// The Content-Security-Policy. It is fixed by this library's files alone: a script that somehow got in through a contract has another hash.
    /// </summary>
    public static string Policy { get; } =
        $"default-src 'none'; script-src '{Hash(Script)}'; style-src '{Hash(StyleSheet)}'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

    private static string Read(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // A checkout with other line ends must not make another page.
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
    }

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
