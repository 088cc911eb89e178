using System.Globalization;

namespace Parley;

/// <summary>A set of ASCII characters and how often one of them may stand in a row.</summary>
internal readonly record struct AsciiPatternItem(UInt128 Members, int Minimum, int Maximum)
{
    private const string Syntax = "^$\\.*+?()[]{}|/";
    private const int LongestQuantifier = 12;

    /// <summary>Takes one character or class and its quantifier; null when it is of another kind.</summary>
    /// <param name="source">The expression.</param>
    /// <param name="at">Where the item begins; where the next one begins afterwards.</param>
    public static AsciiPatternItem? TryParse(string source, ref int at)
    {
        UInt128? members;
        if (source[at] == '[')
            members = Class(source, ref at);
        else if (source[at] == '\\')
            members = Escape(source, ref at);
        else
            members = Syntax.Contains(source[at]) && source[at] != '/' ? null : Single(source[at++]);

        if (members is not { } set || Quantifier(source, ref at) is not var (minimum, maximum))
            return null;

        // What may follow a quantifier, such as the ? of a lazy one, begins no item and so leaves the expression to the general matcher.
        return new(set, minimum, maximum);
    }

    /// <summary>Whether the byte is one of the characters; no byte of a longer character is.</summary>
    public bool Contains(byte character) => character < 128 && ((Members >> character) & 1) != 0;

    /// <summary>Whether a character is in both sets.</summary>
    public bool Overlaps(AsciiPatternItem other) => (Members & other.Members) != 0;

    private static UInt128? Single(char character) => character is >= ' ' and <= '~' ? UInt128.One << character : null;

    private static UInt128 Range(char first, char last)
    {
        var set = UInt128.Zero;
        for (int character = first; character <= last; character++)
            set |= UInt128.One << character;
        return set;
    }

    private static UInt128? Escape(string source, ref int at)
    {
        var character = source[at + 1];
        at += 2;
        return character switch
        {
            'd' => Range('0', '9'),
            'w' => Range('0', '9') | Range('A', 'Z') | Range('a', 'z') | Range('_', '_'),
            '-' => Single('-'),
            _ => Syntax.Contains(character) ? Single(character) : null,
        };
    }

    private static UInt128? Class(string source, ref int at)
    {
        at++;
        if (source[at] is '^' or ']')
            return null;

        var set = UInt128.Zero;
        while (at < source.Length && source[at] != ']')
        {
            var first = source[at];
            if ((first == '\\' ? Escape(source, ref at) : Single(source[at++])) is not { } members)
                return null;

            set |= members;
            if (at + 1 >= source.Length || source[at] != '-' || source[at + 1] == ']')
                continue;

            // From here on it is a range; only one between two plain characters is taken.
            var last = source[at + 1];
            if (first is '\\' or '-' || last is '\\' or '-' || last < first || last > '~')
                return null;
            set |= Range(first, last);
            at += 2;
        }

        at++;
        return set;
    }

    private static (int Minimum, int Maximum)? Quantifier(string source, ref int at)
    {
        switch (source[Math.Min(at, source.Length - 1)])
        {
            case '*': at++; return (0, int.MaxValue);
            case '+': at++; return (1, int.MaxValue);
            case '?': at++; return (0, 1);
            case '{': return Counted(source, ref at);
            default: return (1, 1);
        }
    }

    private static (int Minimum, int Maximum)? Counted(string source, ref int at)
    {
        var end = source.IndexOf('}', at);
        if (end < 0 || end - at > LongestQuantifier)
            return null;

        var body = source.AsSpan(at + 1, end - at - 1);
        at = end + 1;
        var comma = body.IndexOf(',');
        if (!Count(comma < 0 ? body : body[..comma], out var minimum))
            return null;
        if (comma < 0)
            return (minimum, minimum);
        if (comma == body.Length - 1)
            return (minimum, int.MaxValue);
        return Count(body[(comma + 1)..], out var maximum) && minimum <= maximum ? (minimum, maximum) : null;
    }

    private static bool Count(ReadOnlySpan<char> digits, out int count) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out count);
}
