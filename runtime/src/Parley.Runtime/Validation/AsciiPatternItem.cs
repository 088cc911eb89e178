using System.Globalization;

namespace Parley;

/// <summary>
/// A set of ASCII characters and how often one of them may stand in a row. Made of plain numbers and no generic values, which a program that has just started would have
/// to compile before its first verdict.
/// </summary>
internal sealed class AsciiPatternItem
{
    private const string Syntax = "^$\\.*+?()[]{}|/";
    private const int LongestQuantifier = 12;
    private const int WordSize = 64;

    private ulong _firstHalf;
    private ulong _secondHalf;

    /// <summary>How often at least.</summary>
    public int Minimum { get; private set; } = 1;

    /// <summary>How often at most.</summary>
    public int Maximum { get; private set; } = 1;

    /// <summary>Takes one character or class and its quantifier; null when it is of another kind.</summary>
    /// <param name="source">The expression.</param>
    /// <param name="at">Where the item begins; where the next one begins afterwards.</param>
    public static AsciiPatternItem? TryParse(string source, ref int at)
    {
        // What may follow a quantifier, such as the ? of a lazy one, begins no item and so leaves the expression to the general matcher.
        var item = new AsciiPatternItem();
        return item.TakeMembers(source, ref at) && item.TakeQuantifier(source, ref at) ? item : null;
    }

    /// <summary>Whether the byte is one of the characters; no byte of a longer character is.</summary>
    public bool Contains(byte character) =>
        character < WordSize ? (_firstHalf & (1UL << character)) != 0 : character < 2 * WordSize && (_secondHalf & (1UL << character)) != 0;

    /// <summary>Whether a character is in both sets.</summary>
    public bool Overlaps(AsciiPatternItem other) => ((_firstHalf & other._firstHalf) | (_secondHalf & other._secondHalf)) != 0;

    private bool TakeMembers(string source, ref int at)
    {
        switch (source[at])
        {
            case '[':
                return TakeClass(source, ref at);
            case '\\':
                return TakeEscape(source, ref at);
            default:
                return (source[at] == '/' || !Syntax.Contains(source[at])) && Add(source[at++]);
        }
    }

    private bool Add(char character)
    {
        if (character is < ' ' or > '~')
            return false;

        Add(character, character);
        return true;
    }

    // A shift by 64 and more starts from 0 again.
    private void Add(char first, char last)
    {
        for (int character = first; character <= last; character++)
        {
            if (character < WordSize)
                _firstHalf |= 1UL << character;
            else
                _secondHalf |= 1UL << character;
        }
    }

    private bool TakeEscape(string source, ref int at)
    {
        var character = source[at + 1];
        at += 2;
        switch (character)
        {
            case 'd':
                Add('0', '9');
                return true;
            case 'w':
                Add('0', '9');
                Add('A', 'Z');
                Add('a', 'z');
                return Add('_');
            default:
                return (character == '-' || Syntax.Contains(character)) && Add(character);
        }
    }

    private bool TakeClass(string source, ref int at)
    {
        at++;
        if (source[at] is '^' or ']')
            return false;

        while (at < source.Length && source[at] != ']')
        {
            var first = source[at];
            if (!(first == '\\' ? TakeEscape(source, ref at) : Add(source[at++])))
                return false;
            if (at + 1 >= source.Length || source[at] != '-' || source[at + 1] == ']')
                continue;

            // From here on it is a range; only one between two plain characters is taken.
            var last = source[at + 1];
            if (first is '\\' or '-' || last is '\\' or '-' || last < first || last > '~')
                return false;
            Add(first, last);
            at += 2;
        }

        at++;
        return true;
    }

    private bool TakeQuantifier(string source, ref int at)
    {
        switch (source[Math.Min(at, source.Length - 1)])
        {
            case '*':
                (Minimum, Maximum) = (0, int.MaxValue);
                break;
            case '+':
                Maximum = int.MaxValue;
                break;
            case '?':
                Minimum = 0;
                break;
            case '{':
                return TakeCount(source, ref at);
            default:
                return true;
        }

        at++;
        return true;
    }

    private bool TakeCount(string source, ref int at)
    {
        var end = source.IndexOf('}', at);
        if (end < 0 || end - at > LongestQuantifier)
            return false;

        var body = source.AsSpan(at + 1, end - at - 1);
        at = end + 1;
        var comma = body.IndexOf(',');
        if (!Count(comma < 0 ? body : body[..comma], out var minimum))
            return false;

        var maximum = minimum;
        if (comma == body.Length - 1)
            maximum = int.MaxValue;
        else if (comma >= 0 && !Count(body[(comma + 1)..], out maximum))
            return false;

        (Minimum, Maximum) = (minimum, maximum);
        return minimum <= maximum;
    }

    private static bool Count(ReadOnlySpan<char> digits, out int count) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out count);
}
