using System.Text;

namespace Parley.Documentation.Html;

/// <summary>Encodes text for HTML. Control characters, which HTML forbids, become U+FFFD.</summary>
internal static class HtmlEncoding
{
    /// <summary>For text between tags.</summary>
    public static string Text(string text) => Encode(text, quotes: false);

    /// <summary>For an attribute in double quotes.</summary>
    public static string Attribute(string text) => Encode(text, quotes: true);

    private static string Encode(string text, bool quotes)
    {
        var encoded = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => encoded.Append("&amp;"),
                '<' => encoded.Append("&lt;"),
                '>' => encoded.Append("&gt;"),
                '"' when quotes => encoded.Append("&quot;"),
                '\n' or '\t' => encoded.Append(character),
                '\r' => encoded,
                _ when char.IsControl(character) => encoded.Append('\uFFFD'),
                _ => encoded.Append(character),
            };
        }

        return encoded.ToString();
    }
}
