using System.Numerics;
using System.Text;

namespace Parley;

/// <summary>Texts that a string may be, such as those of an <c>enum</c>, numbered from 0. Making it and looking up take time in proportion to the texts' length, however many they are.</summary>
public sealed class TextTable
{
    // So many are compared one after the other.
    private const int Few = 8;

    // As many bytes are unescaped without allocating.
    private const int OnStack = 256;

    private readonly byte[][] _texts;
    private readonly string?[] _strings;

    // Number of the first text with a hash and of the next one with the same, each plus one: 0 ends the chain. Empty for few texts.
    private readonly int[] _first;
    private readonly int[] _next;
    private readonly int _longest;

    /// <summary>Takes the texts.</summary>
    /// <param name="utf8Json">A JSON array of strings, all different.</param>
    public TextTable(ReadOnlySpan<byte> utf8Json)
    {
        _texts = Read(utf8Json);
        _strings = new string?[_texts.Length];
        foreach (var text in _texts)
            _longest = Math.Max(_longest, text.Length);
        if (_texts.Length <= Few)
        {
            (_first, _next) = ([], []);
            return;
        }

        _next = new int[_texts.Length];
        _first = new int[BitOperations.RoundUpToPowerOf2((uint)_texts.Length + 1)];
        for (var i = 0; i < _texts.Length; i++)
        {
            ref var first = ref First(_texts[i]);
            _next[i] = first;
            first = i + 1;
        }
    }

    /// <summary>A text by its number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no text of that number.</exception>
    public string this[int value] =>
        (uint)value < (uint)_texts.Length ? _strings[value] ??= Encoding.UTF8.GetString(_texts[value]) : throw new ArgumentOutOfRangeException(nameof(value));

    /// <summary>The number of the text that the value is.</summary>
    /// <param name="reader">On any value.</param>
    /// <returns>-1 when the value is no string or none of the texts.</returns>
    public int IndexOf(scoped ref Utf8JsonCursor reader)
    {
        if (reader.TokenType != System.Text.Json.JsonTokenType.String)
            return -1;
        return reader.ValueIsEscaped ? IndexOfEscaped(ref reader) : IndexOf(reader.ValueSpan);
    }

    private static byte[][] Read(ReadOnlySpan<byte> utf8Json)
    {
        // At most.
        var texts = new byte[utf8Json.Count((byte)',') + 1][];
        var count = 0;
        var reader = new Utf8JsonCursor(utf8Json);
        reader.Read();
        while (reader.Read() && reader.TokenType == System.Text.Json.JsonTokenType.String)
        {
            var text = new byte[reader.ValueSpan.Length];
            texts[count++] = text[..reader.CopyString(text)];
        }

        return texts[..count];
    }

    private int IndexOfEscaped(scoped ref Utf8JsonCursor reader)
    {
        const int longestEscape = 6;
        var length = reader.ValueSpan.Length;
        if (length > longestEscape * _longest)
            return -1;

        var scratch = length <= OnStack ? stackalloc byte[OnStack] : new byte[length];
        return IndexOf(scratch[..reader.CopyString(scratch)]);
    }

    private int IndexOf(ReadOnlySpan<byte> text)
    {
        if (_first.Length == 0)
        {
            for (var i = 0; i < _texts.Length; i++)
            {
                if (text.SequenceEqual(_texts[i]))
                    return i;
            }

            return -1;
        }

        for (var number = First(text); number != 0; number = _next[number - 1])
        {
            if (text.SequenceEqual(_texts[number - 1]))
                return number - 1;
        }

        return -1;
    }

    private ref int First(ReadOnlySpan<byte> text) => ref _first[(int)(Hash(text) >> 32) & (_first.Length - 1)];

    // Of every byte, so that texts which differ anywhere differ here; most names are one or two words long.
    private static ulong Hash(ReadOnlySpan<byte> text)
    {
        const int word = sizeof(ulong);
        var hash = (ulong)text.Length;
        if (text.Length >= word)
        {
            for (var at = 0; at + word <= text.Length; at += word)
                hash = Mix(hash, BitConverter.ToUInt64(text[at..]));
            return Mix(hash, BitConverter.ToUInt64(text[^word..]));
        }

        foreach (var b in text)
            hash = (hash << 8) | b;
        return Mix(hash, 0);
    }

    private static ulong Mix(ulong hash, ulong word) => (BitOperations.RotateLeft(hash, 5) ^ word) * 0x9E3779B97F4A7C15;
}
