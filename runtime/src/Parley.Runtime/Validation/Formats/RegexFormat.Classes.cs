using System.Text;

namespace Parley;

/// <content><c>CharacterClass</c>: what stands in brackets.</content>
internal ref partial struct RegexFormat
{
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
