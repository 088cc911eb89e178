namespace Parley;

/// <summary>
/// An ECMA-262 expression that is a row of ASCII characters and classes between <c>^</c> and <c>$</c>, such as <c>^-?[0-9]+$</c>. It is matched on UTF-8 in place,
/// in one walk, without making a <see cref="System.Text.RegularExpressions.Regex"/>.
/// </summary>
internal sealed class AsciiPattern
{
    private readonly AsciiPatternItem[] _items;

    private AsciiPattern(AsciiPatternItem[] items) => _items = items;

    /// <summary>Takes the expression, or returns null when it is of another kind; whether it is well-formed was checked when the schema was read.</summary>
    public static AsciiPattern? TryParse(string source)
    {
        if (source.Length < 2 || source[0] != '^' || source[^1] != '$')
            return null;

        var items = new List<AsciiPatternItem>();
        var at = 1;
        while (at < source.Length - 1)
        {
            if (AsciiPatternItem.TryParse(source, ref at) is not { } item)
                return null;
            items.Add(item);
        }

        // An escape that took the closing $ leaves the expression open.
        return at == source.Length - 1 && IsDecidedByOneWalk(items) ? new AsciiPattern([.. items]) : null;
    }

    /// <summary>Whether the whole text matches.</summary>
    /// <param name="utf8">The text without escapes.</param>
    public bool Matches(ReadOnlySpan<byte> utf8)
    {
        var at = 0;
        foreach (var item in _items)
        {
            var end = at;
            while (end < utf8.Length && end - at < item.Maximum && item.Contains(utf8[end]))
                end++;
            if (end - at < item.Minimum)
                return false;
            at = end;
        }

        return at == utf8.Length;
    }

    // Taking as much as possible is right only where giving a character back could never help: what follows must not begin with it.
    private static bool IsDecidedByOneWalk(List<AsciiPatternItem> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Minimum == items[i].Maximum)
                continue;

            for (var next = i + 1; next < items.Count; next++)
            {
                if (items[i].Overlaps(items[next]))
                    return false;
                if (items[next].Minimum > 0)
                    break;
            }
        }

        return true;
    }
}
