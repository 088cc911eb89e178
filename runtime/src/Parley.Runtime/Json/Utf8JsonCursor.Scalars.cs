using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace Parley;

/// <content>Where strings, numbers and comments end, and what they must not hold.</content>
public ref partial struct Utf8JsonCursor
{
    private const byte FirstPrintable = 0x20;

    private static readonly SearchValues<byte> Stops = SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, FirstPrintable).Select(static control => (byte)control)]);

    // Most strings are short, have no escape and are ASCII: sixteen bytes at once, with one comparison for control characters and bytes from 128.
    private void ReadString(int start)
    {
        var at = start;
        var last = _text.Length - Vector128<byte>.Count;
        while (at <= last)
        {
            var special = Special(at);
            if (special != 0)
            {
                at += BitOperations.TrailingZeroCount(special);
                TakeString(start, at);
                return;
            }

            at += Vector128<byte>.Count;
        }

        // The end of the text again, shifted so that no byte counts twice.
        if (last >= 0 && Special(last) >> (at - last) is not 0 and var rest)
            at += BitOperations.TrailingZeroCount(rest);
        else
            at = last >= 0 ? _text.Length : SpecialOneByOne(at);
        TakeString(start, at);
    }

    private readonly uint Special(int at)
    {
        var bytes = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(_text), (nuint)at);
        var special = Vector128.Equals(bytes, Vector128.Create((byte)'"'))
            | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))
            | Vector128.LessThan(bytes.AsSByte(), Vector128.Create((sbyte)FirstPrintable)).AsByte();
        return special.ExtractMostSignificantBits();
    }

    private readonly int SpecialOneByOne(int at)
    {
        while (at < _text.Length && Byte(at) is >= FirstPrintable and < 0x80 and not (byte)'"' and not (byte)'\\')
            at++;
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void TakeString(int start, int at)
    {
        _isEscaped = false;
        if (at >= _text.Length || Byte(at) != '"')
            at = UnusualStringEnd(start, at);
        _valueStart = start;
        _valueLength = at - start;
        _at = at + 1;
    }

    // From the first byte that is neither plain nor the closing quote.
    private int UnusualStringEnd(int start, int at)
    {
        while (true)
        {
            var next = _text[at..].IndexOfAny(Stops);
            if (next < 0)
                Refuse(_text.Length);

            at += next;
            if (Byte(at) == '"')
                break;
            if (Byte(at) != '\\')
                Refuse(at);
            _isEscaped = true;
            at = BehindEscape(at);
        }

        if (!Utf8.IsValid(_text[start..at]))
            Refuse(start);
        return at;
    }

    private readonly int BehindEscape(int at)
    {
        switch (at + 1 < _text.Length ? Byte(at + 1) : (byte)0)
        {
            case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                return at + 2;
            case (byte)'u':
                var unit = CodeUnit(at);
                if (unit is < 0xD800 or > 0xDFFF)
                    return at + 6;
                if (unit > 0xDBFF || at >= _text.Length - 7 || Byte(at + 6) != '\\' || Byte(at + 7) != 'u' || CodeUnit(at + 6) is not (>= 0xDC00 and <= 0xDFFF))
                    Refuse(at);
                return at + 12;
            default:
                Refuse(at);
                return at;
        }
    }

    private readonly int CodeUnit(int at)
    {
        if (at > _text.Length - 6)
            Refuse(at);

        var unit = 0;
        foreach (var digit in _text.Slice(at + 2, 4))
        {
            if (!char.IsAsciiHexDigit((char)digit))
                Refuse(at);
            unit = (unit << 4) | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return unit;
    }

    private readonly int NumberEnd(int at)
    {
        if (Byte(at) == '-')
            at++;

        // A zero in front stands alone.
        var integer = at;
        at = DigitsEnd(at);
        if (at - integer > 1 && Byte(integer) == '0')
            Refuse(integer);
        if (at < _text.Length && Byte(at) == '.')
            at = DigitsEnd(at + 1);
        if (at < _text.Length && Byte(at) is (byte)'e' or (byte)'E')
        {
            at++;
            if (at < _text.Length && Byte(at) is (byte)'+' or (byte)'-')
                at++;
            at = DigitsEnd(at);
        }

        if (at < _text.Length && Byte(at) is not ((byte)',' or (byte)'}' or (byte)']' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'/'))
            Refuse(at);
        return at;
    }

    private readonly int DigitsEnd(int at)
    {
        var first = at;
        while (at < _text.Length && char.IsAsciiDigit((char)Byte(at)))
            at++;
        if (at == first)
            Refuse(at);
        return at;
    }

    private readonly int BehindComment(int at)
    {
        var comment = _text[at..(at + CommentLength(_text[at..]))];
        if (comment.IsEmpty || !Utf8.IsValid(comment) || SurrogateEscapes.FirstLone(comment) >= 0)
            Refuse(at);
        return at + comment.Length;
    }

    private static int CommentLength(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("/*"u8))
        {
            var close = text[2..].IndexOf("*/"u8);
            return close < 0 ? 0 : close + 4;
        }

        if (!text.StartsWith("//"u8))
            return 0;

        var end = text.IndexOfAny((byte)'\n', (byte)'\r');
        var line = end < 0 ? text : text[..end];
        // A separator that ends the line for some readers and not for others.
        return line.IndexOf("\u2028"u8) < 0 && line.IndexOf("\u2029"u8) < 0 ? line.Length : 0;
    }
}
