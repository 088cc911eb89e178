using System.Globalization;
using System.Text;

namespace ContactCenter.Snapshots.Language;

/// <summary>Splits a condition or an order into tokens.</summary>
internal static class Lexer
{
    private const int LongestName = 64;
    private static readonly string[] Symbols = ["<>", "<=", ">=", "!=", "=", "<", ">", "(", ")", ","];

    /// <summary>Returns the tokens, the last of which is <see cref="TokenKind.End"/>.</summary>
    /// <exception cref="QueryLanguageException">A character begins no token, or a string or name does not end.</exception>
    public static IReadOnlyList<Token> Read(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (true)
        {
            while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n')
                at++;

            var start = at;
            if (at == text.Length)
            {
                tokens.Add(new Token(TokenKind.End, "", start + 1));
                return tokens;
            }

            tokens.Add(text[at] switch
            {
                '[' => ReadColumn(text, ref at),
                '\'' => ReadString(text, ref at),
                '-' or (>= '0' and <= '9') => ReadInteger(text, ref at),
                var letter when char.IsAsciiLetter(letter) => ReadWord(text, ref at),
                _ => ReadSymbol(text, ref at),
            });
        }
    }

    private static Token ReadColumn(string text, ref int at)
    {
        var start = at++;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
            at++;

        if (at == text.Length || text[at] != ']')
            throw new QueryLanguageException(at + 1, "Expected ']' after the letters, digits and underscores of a column's name");

        var name = text[(start + 1)..at++];
        if (name.Length is 0 or > LongestName)
            throw new QueryLanguageException(start + 1, $"Expected a column's name of 1 to {LongestName} characters between the brackets");
        return new Token(TokenKind.Column, name, start + 1);
    }

    private static Token ReadString(string text, ref int at)
    {
        var start = at++;
        var value = new StringBuilder();
        while (at < text.Length)
        {
            if (text[at] == '\'')
            {
                at++;
                if (at == text.Length || text[at] != '\'')
                    return new Token(TokenKind.String, value.ToString(), start + 1);
            }

            // SQLite ends texts at NUL in some functions, so one would match what it does not equal.
            if (text[at] == '\0')
                throw new QueryLanguageException(at + 1, "A string must not hold the character U+0000");
            value.Append(text[at++]);
        }

        throw new QueryLanguageException(start + 1, "Expected a single quote that ends the string; one within it is doubled");
    }

    private static Token ReadInteger(string text, ref int at)
    {
        var start = at++;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '_'))
            at++;

        var digits = text[start..at];
        if (!long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            throw new QueryLanguageException(start + 1, "Expected an integer from -9223372036854775808 to 9223372036854775807");
        return new Token(TokenKind.Integer, digits, start + 1);
    }

    private static Token ReadWord(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
            at++;
        return new Token(TokenKind.Word, text[start..at].ToLowerInvariant(), start + 1);
    }

    private static Token ReadSymbol(string text, ref int at)
    {
        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, at, symbol, 0, symbol.Length) == 0)
            {
                at += symbol.Length;
                return new Token(TokenKind.Symbol, symbol, at - symbol.Length + 1);
            }
        }

        throw new QueryLanguageException(at + 1, $"The character {Shown(text[at])} begins nothing that is known here");
    }

    private static string Shown(char character) =>
        character is > ' ' and < (char)127 ? $"'{character}'" : $"U+{(int)character:X4}";
}
