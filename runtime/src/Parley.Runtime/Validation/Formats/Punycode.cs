namespace Parley;

/// <summary>RFC 3492, on code points; letters are lower case.</summary>
internal static class Punycode
{
    private const int Base = 36;
    private const int MinimumThreshold = 1;
    private const int MaximumThreshold = 26;
    private const int Skew = 38;
    private const int Damp = 700;
    private const int InitialBias = 72;
    private const int FirstOther = 0x80;
    private const int LastCodePoint = 0x10FFFF;

    /// <summary>Decodes.</summary>
    /// <param name="encoded">ASCII.</param>
    /// <param name="decoded">Room for the code points.</param>
    /// <returns>How many code points; -1 when the text is malformed or too long.</returns>
    public static int Decode(ReadOnlySpan<int> encoded, Span<int> decoded)
    {
        var delimiter = Math.Max(0, encoded.LastIndexOf('-'));
        if (delimiter > decoded.Length)
            return -1;
        encoded[..delimiter].CopyTo(decoded);
        var count = delimiter;
        var at = delimiter > 0 ? delimiter + 1 : 0;

        var codePoint = FirstOther;
        var position = 0L;
        var bias = InitialBias;
        while (at < encoded.Length)
        {
            var before = position;
            var weight = 1L;
            for (var step = Base; ; step += Base)
            {
                var digit = at < encoded.Length ? DigitOf(encoded[at++]) : -1;
                if (digit < 0)
                    return -1;
                position += digit * weight;
                var threshold = Threshold(step, bias);
                if (digit < threshold)
                    break;
                weight *= Base - threshold;
                if (weight > int.MaxValue)
                    return -1;
            }

            if (count == decoded.Length)
                return -1;
            bias = Adapt(position - before, count + 1, before == 0);
            if (codePoint + (position / (count + 1)) > LastCodePoint)
                return -1;
            codePoint += (int)(position / (count + 1));
            position %= count + 1;
            if (codePoint is >= 0xD800 and <= 0xDFFF)
                return -1;

            decoded[(int)position..count].CopyTo(decoded[((int)position + 1)..]);
            decoded[(int)position++] = codePoint;
            count++;
        }

        return count;
    }

    /// <summary>Encodes.</summary>
    /// <param name="text">Code points.</param>
    /// <param name="encoded">Room for the ASCII characters.</param>
    /// <returns>How many characters; -1 when there is no room.</returns>
    public static int Encode(ReadOnlySpan<int> text, Span<int> encoded)
    {
        var length = 0;
        foreach (var codePoint in text)
        {
            if (codePoint < FirstOther && !TryAppend(encoded, ref length, codePoint))
                return -1;
        }

        var basics = length;
        var handled = basics;
        if (basics > 0 && !TryAppend(encoded, ref length, '-'))
            return -1;

        var next = FirstOther;
        var delta = 0L;
        var bias = InitialBias;
        while (handled < text.Length)
        {
            var least = LeastFrom(text, next);
            delta += (long)(least - next) * (handled + 1);
            next = least;
            foreach (var codePoint in text)
            {
                if (codePoint < next)
                    delta++;
                if (codePoint != next)
                    continue;
                if (!TryAppendNumber(encoded, ref length, delta, bias))
                    return -1;
                bias = Adapt(delta, handled + 1, handled == basics);
                delta = 0;
                handled++;
            }

            delta++;
            next++;
        }

        return length;
    }

    private static int LeastFrom(ReadOnlySpan<int> text, int minimum)
    {
        var least = int.MaxValue;
        foreach (var codePoint in text)
        {
            if (codePoint >= minimum && codePoint < least)
                least = codePoint;
        }

        return least;
    }

    private static bool TryAppendNumber(Span<int> encoded, ref int length, long number, int bias)
    {
        for (var step = Base; ; step += Base)
        {
            var threshold = Threshold(step, bias);
            if (number < threshold)
                return TryAppend(encoded, ref length, CharacterOf((int)number));
            if (!TryAppend(encoded, ref length, CharacterOf((int)(threshold + ((number - threshold) % (Base - threshold))))))
                return false;
            number = (number - threshold) / (Base - threshold);
        }
    }

    private static bool TryAppend(Span<int> encoded, ref int length, int character)
    {
        if (length == encoded.Length)
            return false;
        encoded[length++] = character;
        return true;
    }

    private static int Threshold(int step, int bias) => Math.Clamp(step - bias, MinimumThreshold, MaximumThreshold);

    private static int Adapt(long delta, int count, bool isFirst)
    {
        delta = isFirst ? delta / Damp : delta / 2;
        delta += delta / count;
        var steps = 0;
        while (delta > (Base - MinimumThreshold) * MaximumThreshold / 2)
        {
            delta /= Base - MinimumThreshold;
            steps += Base;
        }

        return (int)(steps + ((Base - MinimumThreshold + 1) * delta / (delta + Skew)));
    }

    private static int DigitOf(int character) => character switch
    {
        >= 'a' and <= 'z' => character - 'a',
        >= '0' and <= '9' => character - '0' + 26,
        _ => -1,
    };

    private static int CharacterOf(int digit) => digit < 26 ? 'a' + digit : '0' + digit - 26;
}
