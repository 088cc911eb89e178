namespace Parley;

/// <content><c>Quantifier</c>: how often a term matches.</content>
internal ref partial struct RegexFormat
{
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
}
