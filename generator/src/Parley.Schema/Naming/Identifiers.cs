using System.Globalization;
using System.Text;

namespace Parley.Schema.Naming;

/// <summary>Makes C# identifiers from names of the wire. The result depends on the name alone, never on what else there is.</summary>
public static class Identifiers
{
    /// <summary>
    /// PascalCase: what is no letter or digit separates words, every word's first letter becomes upper case, the rest stays (<c>sms-sessions</c> →
    /// <c>SmsSessions</c>, <c>referenceId</c> → <c>ReferenceId</c>). A digit in front gets <c>_</c>. The empty name is <c>Empty</c>; a name without letters and
    /// digits is spelt by its code points (<c>@</c> → <c>U0040</c>).
    /// </summary>
    public static string Pascal(string name)
    {
        var output = new StringBuilder(name.Length + 1);
        var wordStarts = true;
        foreach (var unit in name)
        {
            if (!IsWordCharacter(unit))
            {
                wordStarts = true;
                continue;
            }

            if (output.Length == 0 && !IsLetter(unit))
                output.Append('_');
            output.Append(wordStarts ? char.ToUpperInvariant(unit) : unit);
            wordStarts = false;
        }

        if (output.Length > 0)
            return output.ToString();
        if (name.Length == 0)
            return "Empty";
        foreach (var unit in name)
            output.Append('U').Append(((int)unit).ToString("X4", CultureInfo.InvariantCulture));
        return output.ToString();
    }

    /// <summary>A parameter name: PascalCase with a lower first letter; with <c>Value</c> behind it when C# or emitted methods use that word.</summary>
    public static string Parameter(string name)
    {
        var pascal = Pascal(name);
        var identifier = char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
        return ReservedNames.IsParameter(identifier) ? identifier + ReservedNames.Suffix : identifier;
    }

    /// <summary>A namespace with every segment made an identifier: other characters become <c>_</c>, keywords get <c>@</c>.</summary>
    public static string Namespace(string name)
    {
        var output = new StringBuilder(name.Length);
        foreach (var segment in name.Split('.'))
        {
            if (segment.Length == 0)
                continue;
            if (output.Length > 0)
                output.Append('.');
            if (ReservedNames.IsKeyword(segment))
                output.Append('@');
            if (!IsLetter(segment[0]) && segment[0] != '_')
                output.Append('_');
            foreach (var unit in segment)
                output.Append(IsWordCharacter(unit) ? unit : '_');
        }

        return output.ToString();
    }

    /// <summary>Whether a name is an identifier as it stands and no keyword.</summary>
    public static bool IsIdentifier(string name)
    {
        if (name.Length == 0 || !(IsLetter(name[0]) || name[0] == '_') || ReservedNames.IsKeyword(name))
            return false;
        foreach (var unit in name)
        {
            if (!IsWordCharacter(unit) && unit != '_')
                return false;
        }

        return true;
    }

    /// <summary>Whether a name is an identifier that starts with a capital letter.</summary>
    public static bool IsPascal(string name) => IsIdentifier(name) && char.IsUpper(name[0]);

    private static bool IsWordCharacter(char unit) => IsLetter(unit) || CharUnicodeInfo.GetUnicodeCategory(unit) == UnicodeCategory.DecimalDigitNumber;

    // Letters outside the basic plane are no identifier characters in C#; their halves are no letters, so they separate words.
    private static bool IsLetter(char unit) => char.IsLetter(unit);
}
