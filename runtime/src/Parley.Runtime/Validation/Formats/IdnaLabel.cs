using System.Globalization;
using System.Text;

namespace Parley;

/// <summary>Labels of RFC 5890: those in ASCII, A-labels among them, and U-labels by the rules of RFC 5891 and RFC 5892.</summary>
internal static class IdnaLabel
{
    /// <summary>Longest label, in octets of its ASCII form.</summary>
    public const int MaximumOctets = 63;

    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>How an A-label begins.</summary>
    public static ReadOnlySpan<int> Prefix => ['x', 'n', '-', '-'];

    /// <summary>Whether an ASCII label has only letters, digits and inner hyphens and, with the prefix, stands for a U-label.</summary>
    /// <param name="label">ASCII, at most <see cref="MaximumOctets"/>.</param>
    /// <param name="direction">Takes the label.</param>
    public static bool IsAscii(ReadOnlySpan<int> label, ref BidiDomain direction)
    {
        if (label[0] == '-' || label[^1] == '-')
            return false;

        Span<int> lower = stackalloc int[MaximumOctets];
        for (var i = 0; i < label.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit((char)label[i]) && label[i] != '-')
                return false;
            lower[i] = char.ToLowerInvariant((char)label[i]);
        }

        lower = lower[..label.Length];
        if (!lower.StartsWith(Prefix))
        {
            direction.Add(label);
            return true;
        }

        // Only the one spelling of a U-label is its A-label, and ASCII needs none.
        Span<int> decoded = stackalloc int[MaximumOctets];
        Span<int> encoded = stackalloc int[MaximumOctets];
        var digits = lower[Prefix.Length..];
        var length = Punycode.Decode(digits, decoded);
        if (length <= 0 || !decoded[..length].ContainsAnyExceptInRange(0, 0x7F) || !IsUnicode(decoded[..length]))
            return false;

        direction.Add(decoded[..length]);
        return Punycode.Encode(decoded[..length], encoded) == digits.Length && encoded[..digits.Length].SequenceEqual(digits);
    }

    /// <summary>Whether a label with other characters than ASCII is a U-label, its direction aside.</summary>
    /// <param name="label">Code points, at most <see cref="MaximumOctets"/>.</param>
    public static bool IsUnicode(ReadOnlySpan<int> label)
    {
        if (label[0] == '-' || label[^1] == '-' || (label.Length >= 4 && label[2] == '-' && label[3] == '-') || IsMark(label[0]))
            return false;

        for (var i = 0; i < label.Length; i++)
        {
            if (!(InContext(label, i) ?? IsAlwaysValid(label[i])))
                return false;
        }

        return IsNormalized(label);
    }

    // PVALID of RFC 5892, section 3. Of upper case only Cherokee is stable under case folding.
    private static bool IsAlwaysValid(int codePoint)
    {
        switch (codePoint)
        {
            case < 0x80:
                return char.IsAsciiLetterLower((char)codePoint) || char.IsAsciiDigit((char)codePoint) || codePoint == '-';
            case 0xDF or 0x3C2 or 0x6FD or 0x6FE or 0xF0B or 0x3007:
                return true;
        }

        return CharUnicodeInfo.GetUnicodeCategory(codePoint) switch
        {
            UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
                or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                => !UnicodeRanges.Unstable.Contain(codePoint),
            UnicodeCategory.UppercaseLetter => codePoint is >= 0x13A0 and <= 0x13F5,
            _ => false,
        };
    }

    // The rules of RFC 5892, appendix A; null where none applies.
    private static bool? InContext(ReadOnlySpan<int> label, int at)
    {
        var before = at > 0 ? label[at - 1] : 0;
        var after = at + 1 < label.Length ? label[at + 1] : 0;
        return label[at] switch
        {
            ZeroWidthNonJoiner => UnicodeRanges.Virama.Contain(before) || JoinsAround(label, at),
            ZeroWidthJoiner => UnicodeRanges.Virama.Contain(before),
            0xB7 => before == 'l' && after == 'l',
            0x375 => UnicodeRanges.Greek.Contain(after),
            0x5F3 or 0x5F4 => UnicodeRanges.Hebrew.Contain(before),
            0x30FB => HasJapanese(label),
            >= 0x660 and <= 0x669 => !label.ContainsAnyInRange(0x6F0, 0x6F9),
            >= 0x6F0 and <= 0x6F9 => !label.ContainsAnyInRange(0x660, 0x669),
            _ => null,
        };
    }

    private static bool JoinsAround(ReadOnlySpan<int> label, int at)
    {
        var before = at - 1;
        while (before >= 0 && IsTransparent(label[before]))
            before--;
        var after = at + 1;
        while (after < label.Length && IsTransparent(label[after]))
            after++;
        return before >= 0 && after < label.Length && UnicodeRanges.JoinsNext.Contain(label[before]) && UnicodeRanges.JoinsPrevious.Contain(label[after]);
    }

    private static bool HasJapanese(ReadOnlySpan<int> label)
    {
        foreach (var codePoint in label)
        {
            if (UnicodeRanges.HiraganaKatakanaHan.Contain(codePoint))
                return true;
        }

        return false;
    }

    private static bool IsTransparent(int codePoint) =>
        codePoint is not (ZeroWidthNonJoiner or ZeroWidthJoiner)
        && CharUnicodeInfo.GetUnicodeCategory(codePoint) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    private static bool IsMark(int codePoint) =>
        CharUnicodeInfo.GetUnicodeCategory(codePoint) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsNormalized(ReadOnlySpan<int> label)
    {
        Span<char> text = stackalloc char[2 * MaximumOctets];
        var length = 0;
        foreach (var codePoint in label)
            length += new Rune(codePoint).EncodeToUtf16(text[length..]);
        return text[..length].IsNormalized(NormalizationForm.FormC);
    }
}
