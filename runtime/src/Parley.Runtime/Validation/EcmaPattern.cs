using System.Text;

namespace Parley;

/// <summary>
/// Rewrites an ECMA-262 expression (flag u) into one that .NET understands the same way: shorthand classes are ASCII, <c>$</c> is the end only,
/// <c>.</c> leaves out all four line ends, and characters beyond U+FFFF are one character.
/// </summary>
internal sealed class EcmaPattern
{
    private readonly string _source;
    private readonly StringBuilder _target = new();
    private int _at;
    private bool _needsBacktracking;
    private bool _repeatsWithoutBound;

    private EcmaPattern(string source) => _source = source;

    /// <summary>Translates.</summary>
    /// <returns>The .NET expression, and whether it should run without backtracking.</returns>
    public static (string Text, bool Linear) Translate(string source)
    {
        var translation = new EcmaPattern(source);
        translation.Run();
        return (translation._target.ToString(), translation._repeatsWithoutBound && !translation._needsBacktracking);
    }

    private void Run()
    {
        while (_at < _source.Length)
        {
            var c = _source[_at++];
            switch (c)
            {
                case '\\':
                    Escape();
                    break;
                case '[':
                    _target.Append(EcmaClass.Translate(_source, ref _at));
                    break;
                case '.':
                    _target.Append(@"(?:[^\n\r\u2028\u2029\ud800-\udfff]|").Append(EcmaClass.AnySupplementary).Append(')');
                    break;
                case '$':
                    _target.Append(@"\z");
                    break;
                case '(':
                    Group();
                    break;
                case '*' or '+':
                    _repeatsWithoutBound = true;
                    _target.Append(c);
                    break;
                case '{':
                    Quantifier();
                    break;
                default:
                    Literal(c);
                    break;
            }
        }
    }

    private void Literal(char c)
    {
        if (char.IsHighSurrogate(c) && _at < _source.Length && char.IsLowSurrogate(_source[_at]))
            _target.Append("(?:").Append(c).Append(_source[_at++]).Append(')');
        else if (c is '#' or ' ')
            _target.Append('\\').Append(c);
        else
            _target.Append(c);
    }

    private void Group()
    {
        _target.Append('(');
        if (_at >= _source.Length || _source[_at] != '?')
            return;

        // Which groups there may be was checked when the schema was read.
        var rest = _source.AsSpan(_at + 1);
        _needsBacktracking |= rest is ['=' or '!', ..] or ['<', '=' or '!', ..];
    }

    private void Quantifier()
    {
        var end = _source.IndexOf('}', _at);
        var body = end < 0 ? "" : _source[_at..end];
        if (body.Length == 0 || !char.IsAsciiDigit(body[0]) || body.AsSpan().IndexOfAnyExcept("0123456789,") >= 0)
        {
            _target.Append(@"\{");
            return;
        }

        _repeatsWithoutBound |= body.EndsWith(',');
        _target.Append('{').Append(body).Append('}');
        _at = end + 1;
    }

    private void Escape()
    {
        var c = _at < _source.Length ? _source[_at++] : '\\';
        switch (c)
        {
            case 'd': _target.Append('[').Append(EcmaClass.Digit).Append(']'); break;
            case 'w': _target.Append('[').Append(EcmaClass.Word).Append(']'); break;
            case 's': _target.Append('[').Append(EcmaClass.Space).Append(']'); break;
            case 'D': AppendNegated(EcmaClass.Digit); break;
            case 'W': AppendNegated(EcmaClass.Word); break;
            case 'S': AppendNegated(EcmaClass.Space); break;
            case 'b' or 'B':
                _needsBacktracking = true;
                var (left, right) = ($"(?<=[{EcmaClass.Word}])", $"(?=[{EcmaClass.Word}])");
                var (notLeft, notRight) = ($"(?<![{EcmaClass.Word}])", $"(?![{EcmaClass.Word}])");
                _target.Append(c == 'b' ? $"(?:{left}{notRight}|{notLeft}{right})" : $"(?:{left}{right}|{notLeft}{notRight})");
                break;
            case 'p' or 'P':
                _target.Append(EcmaEscapes.Property(_source, ref _at, c));
                break;
            case 'k' or (>= '1' and <= '9'):
                _needsBacktracking = true;
                _target.Append('\\').Append(c);
                break;
            default:
                var point = EcmaEscapes.CodePoint(_source, ref _at, c);
                _target.Append(point < 0x10000 ? EcmaEscapes.Unit(point) : $"(?:{EcmaEscapes.Pair(point)})");
                break;
        }
    }

    // A negated class matches any one character, also one that .NET keeps as two.
    private void AppendNegated(string members) =>
        _target.Append("(?:[^").Append(members).Append(@"\ud800-\udfff]|").Append(EcmaClass.AnySupplementary).Append(')');
}
