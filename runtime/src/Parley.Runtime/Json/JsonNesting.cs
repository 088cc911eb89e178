namespace Parley;

/// <summary>
/// Which of the objects and arrays around a place are objects. The innermost 64 are bits of one word. What lies further out waits in an array that copies
/// share: a copy writes there only about brackets that it opens itself, and the other copy writes the same when it gets there.
/// </summary>
internal struct JsonNesting
{
    private const int WordSize = 64;
    private ulong _innermost;
    private ulong[]? _outer;
    private int _depth;

    /// <summary>How many are open.</summary>
    public readonly int Depth => _depth;

    /// <summary>Whether the innermost is an object; false when none is open.</summary>
    public readonly bool IsInObject => (_innermost & 1) != 0;

    /// <summary>Opens one.</summary>
    public void Push(bool isObject)
    {
        if (_depth >= WordSize)
            MoveOut();
        _innermost = (_innermost << 1) | (isObject ? 1UL : 0);
        _depth++;
    }

    /// <summary>Closes the innermost.</summary>
    public void Pop()
    {
        _innermost >>= 1;
        _depth--;
        if (_depth >= WordSize)
            MoveIn();
    }

    private void MoveOut()
    {
        var (word, bit) = Math.DivRem(_depth - WordSize, WordSize);
        if (_outer is null)
            _outer = new ulong[1];
        else if (word == _outer.Length)
            Array.Resize(ref _outer, word * 2);

        if ((_innermost >> (WordSize - 1)) != 0)
            _outer[word] |= 1UL << bit;
        else
            _outer[word] &= ~(1UL << bit);
    }

    private void MoveIn()
    {
        var (word, bit) = Math.DivRem(_depth - WordSize, WordSize);
        _innermost |= ((_outer![word] >> bit) & 1) << (WordSize - 1);
    }
}
