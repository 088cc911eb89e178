using System.Globalization;

namespace Parley;

/// <content>What stands behind a backslash.</content>
internal ref partial struct RegexFormat
{
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
}
