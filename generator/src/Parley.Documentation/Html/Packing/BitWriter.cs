namespace Parley.Documentation.Html.Packing;

/// <summary>Writes bits into bytes, the lowest bit of a byte first.</summary>
internal sealed class BitWriter
{
    private readonly List<byte> _bytes = [];
    private int _pending;
    private int _count;

    /// <summary>A number, its lowest bit first.</summary>
    public void Write(int value, int bits)
    {
        for (var i = 0; i < bits; i++)
            WriteBit((value >> i) & 1);
    }

    /// <summary>A Huffman code, its highest bit first.</summary>
    public void WriteCode(int code, int bits)
    {
        for (var i = bits - 1; i >= 0; i--)
            WriteBit((code >> i) & 1);
    }

    /// <summary>The bytes, the last one filled with zeros.</summary>
    public byte[] ToArray() => _count == 0 ? [.. _bytes] : [.. _bytes, (byte)_pending];

    private void WriteBit(int bit)
    {
        _pending |= bit << _count;
        if (++_count < 8)
            return;
        _bytes.Add((byte)_pending);
        (_pending, _count) = (0, 0);
    }
}
