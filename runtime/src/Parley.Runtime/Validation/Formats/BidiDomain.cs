using System.Globalization;

namespace Parley;

/// <summary>The Bidi rule of RFC 5893: once one label of a name has right-to-left characters, every label must keep to it.</summary>
internal struct BidiDomain
{
    private bool _isBidi;
    private bool _isBroken;

    private enum Direction
    {
        Left,
        Right,
        ArabicNumber,
        EuropeanNumber,
        NonspacingMark,
        Neutral,
    }

    /// <summary>Whether the labels so far may stand in one name.</summary>
    public readonly bool IsValid => !_isBidi || !_isBroken;

    /// <summary>Takes a label.</summary>
    /// <param name="label">Code points, at least one.</param>
    public void Add(ReadOnlySpan<int> label)
    {
        var seen = 0;
        var last = Direction.Neutral;
        foreach (var codePoint in label)
        {
            var direction = DirectionOf(codePoint);
            seen |= 1 << (int)direction;
            if (direction != Direction.NonspacingMark)
                last = direction;
        }

        bool Has(Direction direction) => (seen & (1 << (int)direction)) != 0;

        _isBidi |= Has(Direction.Right) || Has(Direction.ArabicNumber);
        _isBroken |= DirectionOf(label[0]) switch
        {
            Direction.Right => Has(Direction.Left) || (Has(Direction.EuropeanNumber) && Has(Direction.ArabicNumber))
                || last is not (Direction.Right or Direction.EuropeanNumber or Direction.ArabicNumber),
            Direction.Left => Has(Direction.Right) || Has(Direction.ArabicNumber) || last is not (Direction.Left or Direction.EuropeanNumber),
            _ => true,
        };
    }

    private static Direction DirectionOf(int codePoint)
    {
        if (codePoint is (>= '0' and <= '9') or (>= 0x6F0 and <= 0x6F9))
            return Direction.EuropeanNumber;
        if (UnicodeRanges.ArabicNumber.Contain(codePoint))
            return Direction.ArabicNumber;
        if (UnicodeRanges.RightToLeft.Contain(codePoint))
            return Direction.Right;
        return CharUnicodeInfo.GetUnicodeCategory(codePoint) switch
        {
            UnicodeCategory.NonSpacingMark => Direction.NonspacingMark,
            UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
                or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber => Direction.Left,
            _ => Direction.Neutral,
        };
    }
}
