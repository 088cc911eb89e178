using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Parley;

/// <summary>
/// Tells whether the undeclared members of an object have different names, without allocating for ordinary objects: names leave a signature each,
/// and only a repeated signature, an escaped name or more than 32 names lead to a second, exact look.
/// </summary>
public ref struct MemberNames
{
    private const int Signatures = 32;
    private Utf8JsonCursor _first;
    private SignatureBuffer _signatures;
    private ulong _marks;
    private int _count;
    private bool _uncertain;

    /// <summary>How many names were added.</summary>
    public readonly int Count => _count;

    /// <summary>Adds a name.</summary>
    /// <param name="reader">On the name.</param>
    public void Add(scoped ref Utf8JsonCursor reader)
    {
        if (_count == 0)
            _first = reader;

        if (_count >= Signatures || reader.ValueIsEscaped)
        {
            _count++;
            _uncertain = true;
            return;
        }

        // Two names with one signature have one mark. Most have another, and then nothing needs to be compared.
        var signature = Signature(reader.ValueSpan);
        var mark = 1UL << (int)((signature * 0x9E3779B97F4A7C15) >> 58);
        if ((_marks & mark) != 0 && Contains(signature))
            _uncertain = true;
        _marks |= mark;
        _signatures[_count++] = signature;
    }

    /// <summary>Whether a name was added twice. To be asked at the end of the object.</summary>
    /// <param name="second">Byte offset of the first name that repeats another.</param>
    public readonly bool HasDuplicate(out long second)
    {
        second = -1;
        return _count > 1 && _uncertain && FindExactly(out second);
    }

    private readonly bool Contains(ulong signature)
    {
        for (var i = 0; i < _count; i++)
        {
            if (_signatures[i] == signature)
                return true;
        }

        return false;
    }

    private readonly bool FindExactly(out long second)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var reader = _first;
        do
        {
            second = reader.TokenStartIndex;
            if (!names.Add(reader.GetString()!))
                return true;
            reader.Skip();
        }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName);

        return false;
    }

    // Different names may share it; equal names always do.
    private static ulong Signature(ReadOnlySpan<byte> name)
    {
        var signature = (ulong)name.Length;
        if (name.Length >= 8)
            return (signature * 0x9E3779B97F4A7C15) ^ BitConverter.ToUInt64(name) ^ ulong.RotateLeft(BitConverter.ToUInt64(name[^8..]), 29);

        foreach (var b in name)
            signature = (signature << 8) | b;
        return signature;
    }

    [InlineArray(Signatures)]
    private struct SignatureBuffer
    {
        private ulong _first;
    }
}
