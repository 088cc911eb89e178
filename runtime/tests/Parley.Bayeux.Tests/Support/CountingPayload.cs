using System.Buffers;

namespace Parley.Bayeux;

/// <summary>A payload that counts how often its bytes are looked at.</summary>
internal sealed class CountingPayload(byte[] bytes) : MemoryManager<byte>
{
    public int Reads { get; private set; }

    public override Span<byte> GetSpan()
    {
        Reads++;
        return bytes;
    }

    public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

    public override void Unpin() => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
    }
}
