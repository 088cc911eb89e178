using System.Globalization;
using System.Text;

namespace Parley;

/// <summary>Whether a text is a regular expression of ECMA-262 (2024), section 22.2.1, with the flag <c>u</c>. Reads the grammar; nothing is compiled or run.</summary>
internal ref struct RegexFormat
{
    // Deeper nesting than any expression that people write, and far from the end of the stack.
    private const int MaximumDepth = 200;

    private readonly ReadOnlySpan<char> _text;
    private readonly HashSet<string> _names = [];
    private List<string>? _namesMeant;
    private int _at;
    private int _depth;
    private int _groups;
    private int _highestMeant;

    private RegexFormat(ReadOnlySpan<char> text) => _text = text;

    /// <summary>Whether a text is a pattern.</summary>
    /// <param name="utf8Text">UTF-8.</param>
    public static bool IsMatch(ReadOnlySpan<byte> utf8Text)
    {
        var parser = new RegexFormat(Encoding.UTF8.GetString(utf8Text));
        return parser.Disjunction() && parser._at == parser._text.Length && parser.AreReferencesMet();
    }

    private readonly bool AreReferencesMet()
    {
        if (_highestMeant > _groups)
            return false;
        foreach (var name in _namesMeant ?? [])
        {
            if (!_names.Contains(name))
                return false;
        }

        return true;
    }

    private readonly bool IsAt(string text) => _text[_at..].StartsWith(text, StringComparison.Ordinal);

    private bool Take(string text)
    {
        if (!IsAt(text))
            return false;
        _at += text.Length;
        return true;
    }

    private bool Disjunction()
    {
        do
        {
            while (_at < _text.Length && _text[_at] is not ('|' or ')'))
            {
                if (!Term())
                    return false;
            }
        }
        while (Take("|"));

        return true;
    }

    private bool Term()
    {
        switch (_text[_at])
        {
            case '^' or '$':
                _at++;
                return true;
            case '(':
                return Group();
            case '[':
                return Class() && Quantifier();
            case '\\':
                if (Take("\\b") || Take("\\B"))
                    return true;
                _at++;
                return AtomEscape() && Quantifier();
            case '*' or '+' or '?' or '{' or '}' or ']':
                return false;
            default:
                _at++;
                return Quantifier();
        }
    }

    private bool Group()
    {
        _at++;
        var isAssertion = Take("?=") || Take("?!") || Take("?<=") || Take("?<!");
        if (!isAssertion && !Take("?:"))
        {
            _groups++;
            if (Take("?<"))
            {
                if (!GroupName(out var name) || !_names.Add(name))
                    return false;
            }
            else if (IsAt("?"))
            {
                return false;
            }
        }

        if (++_depth > MaximumDepth || !Disjunction() || !Take(")"))
            return false;
        _depth--;
        return isAssertion || Quantifier();
    }

    private bool GroupName(out string name)
    {
        var end = _text[_at..].IndexOf('>');
        name = end > 0 ? _text.Slice(_at, end).ToString() : "";
        _at += end + 1;
        var isFirst = true;
        foreach (var rune in name.EnumerateRunes())
        {
            var isStart = Rune.IsLetter(rune) || rune.Value is '$' or '_' || Rune.GetUnicodeCategory(rune) == UnicodeCategory.LetterNumber;
            var isPart = isStart || Rune.IsDigit(rune) || rune.Value is 0x200C or 0x200D
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;
            if (!(isFirst ? isStart : isPart))
                return false;
            isFirst = false;
        }

        return name.Length > 0;
    }

    private bool Quantifier()
    {
        if (Take("*") || Take("+") || Take("?"))
        {
            Take("?");
            return true;
        }

        if (!Take("{"))
            return true;

        var minimum = Digits();
        var maximum = minimum;
        if (Take(","))
            maximum = IsAt("}") ? "" : Digits();
        if (minimum.Length == 0 || !Take("}") || (maximum.Length > 0 && Compare(minimum, maximum) > 0))
            return false;
        Take("?");
        return true;
    }

    private ReadOnlySpan<char> Digits()
    {
        var rest = _text[_at..];
        var end = rest.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? rest : rest[..end];
        _at += digits.Length;
        return digits;
    }

    // Numbers of any length.
    private static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        left = left.TrimStart('0');
        right = right.TrimStart('0');
        return left.Length != right.Length ? left.Length.CompareTo(right.Length) : left.SequenceCompareTo(right);
    }

    // Behind the backslash.
    private bool AtomEscape()
    {
        if (_at == _text.Length)
            return false;
        if (_text[_at] is >= '1' and <= '9')
        {
            var digits = Digits();
            _highestMeant = Math.Max(_highestMeant, digits.Length > 9 ? int.MaxValue : int.Parse(digits, CultureInfo.InvariantCulture));
            return true;
        }

        if (Take("k"))
        {
            if (!Take("<") || !GroupName(out var name))
                return false;
            (_namesMeant ??= []).Add(name);
            return true;
        }

        return CharacterEscape(out _);
    }

    // Behind the backslash; the code point is -1 for a class.
    private bool CharacterEscape(out int codePoint)
    {
        codePoint = -1;
        var c = _text[_at++];
        switch (c)
        {
            case 'd' or 'D' or 's' or 'S' or 'w' or 'W':
                return true;
            case 'p' or 'P':
                return UnicodeProperty();
            case 'f' or 'n' or 'r' or 't' or 'v':
                codePoint = c switch { 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => '\v' };
                return true;
            case 'c':
                codePoint = _at < _text.Length && char.IsAsciiLetter(_text[_at]) ? _text[_at++] % 32 : -1;
                return codePoint >= 0;
            case '0':
                codePoint = 0;
                return _at == _text.Length || !char.IsAsciiDigit(_text[_at]);
            case 'x':
                return Hexadecimal(2, out codePoint);
            case 'u':
                return UnicodeEscape(out codePoint);
            default:
                codePoint = c;
                return "^$\\.*+?()[]{}|/".Contains(c);
        }
    }

    private bool Hexadecimal(int digits, out int value)
    {
        value = 0;
        if (_text.Length - _at < digits
            || !int.TryParse(_text.Slice(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value))
        {
            return false;
        }

        _at += digits;
        return true;
    }

    private bool UnicodeEscape(out int codePoint)
    {
        if (!Take("{"))
        {
            if (!Hexadecimal(4, out codePoint))
                return false;

            // Two escaped halves are one character.
            var afterHigh = _at;
            if (char.IsHighSurrogate((char)codePoint) && Take("\\u") && Hexadecimal(4, out var low) && char.IsLowSurrogate((char)low))
                codePoint = char.ConvertToUtf32((char)codePoint, (char)low);
            else
                _at = afterHigh;
            return true;
        }

        codePoint = 0;
        var start = _at;
        while (_at < _text.Length && char.IsAsciiHexDigit(_text[_at]))
        {
            codePoint = (codePoint * 16) + Convert.ToInt32(_text[_at++].ToString(), 16);
            if (codePoint > 0x10FFFF)
                return false;
        }

        return _at > start && Take("}");
    }

    private bool UnicodeProperty()
    {
        if (!Take("{"))
            return false;
        var end = _text[_at..].IndexOf('}');
        if (end <= 0)
            return false;

        var property = _text.Slice(_at, end);
        _at += end + 1;
        var equals = property.IndexOf('=');
        return IsPropertyName(equals < 0 ? property : property[..equals]) && (equals < 0 || IsPropertyName(property[(equals + 1)..]));
    }

    private static bool IsPropertyName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
                return false;
        }

        return name.Length > 0;
    }

    private bool Class()
    {
        _at++;
        Take("^");
        while (_at < _text.Length && _text[_at] != ']')
        {
            if (!ClassAtom(out var first))
                return false;
            if (!IsAt("-") || _at + 1 >= _text.Length || _text[_at + 1] == ']')
                continue;
            _at++;
            if (!ClassAtom(out var last) || first < 0 || last < 0 || first > last)
                return false;
        }

        return Take("]");
    }

    private bool ClassAtom(out int codePoint)
    {
        codePoint = -1;
        if (_at == _text.Length)
            return false;
        if (!Take("\\"))
        {
            Rune.DecodeFromUtf16(_text[_at..], out var rune, out var consumed);
            _at += consumed;
            codePoint = rune.Value;
            return true;
        }

        if (_at == _text.Length)
            return false;
        if (_text[_at] is 'b' or '-')
        {
            codePoint = _text[_at++] == 'b' ? '\b' : '-';
            return true;
        }

        return CharacterEscape(out codePoint);
    }
}
