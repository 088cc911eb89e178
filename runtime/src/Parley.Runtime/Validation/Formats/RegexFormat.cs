using System.Globalization;
using System.Text;

namespace Parley;

/// <summary>Whether a text is a regular expression of ECMA-262 (2024), section 22.2.1, with the flag <c>u</c>. Reads the grammar; nothing is compiled or run.</summary>
internal ref partial struct RegexFormat
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
}
