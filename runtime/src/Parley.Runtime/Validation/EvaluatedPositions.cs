using System.Buffers;
using System.Runtime.CompilerServices;

namespace Parley;

/// <summary>
/// The members of one object, or items of one array, that subschemas have evaluated: what <c>unevaluatedProperties</c> and <c>unevaluatedItems</c> leave alone.
/// A set of positions in the order of the text, counted from 0. For emitted code; the first 256 positions take no memory of their own, further ones take it from a pool.
/// </summary>
public struct EvaluatedPositions
{
    private const int WordSize = 64;
    private const int Inline = Words.Length * WordSize;

    private Words _words;
    private ulong[]? _more;
    private bool _all;

    /// <summary>Adds one.</summary>
    /// <param name="position">From 0.</param>
    public void Add(int position)
    {
        if (position < Inline)
            _words[position / WordSize] |= 1UL << (position % WordSize);
        else
            WordBeyond((position - Inline) / WordSize) |= 1UL << (position % WordSize);
    }

    /// <summary>Adds all from the first on.</summary>
    /// <param name="count">How many.</param>
    public void AddFirst(int count)
    {
        for (var position = 0; position < count; position++)
            Add(position);
    }

    /// <summary>Adds every position that there is.</summary>
    public void AddAll() => _all = true;

    /// <summary>Adds what a branch has evaluated that turned out to match.</summary>
    /// <param name="branch">The branch's set.</param>
    public void Add(ref EvaluatedPositions branch)
    {
        _all |= branch._all;
        for (var word = 0; word < Words.Length; word++)
            _words[word] |= branch._words[word];
        for (var word = 0; branch._more is not null && word < branch._more.Length; word++)
        {
            if (branch._more[word] != 0)
                WordBeyond(word) |= branch._more[word];
        }
    }

    /// <summary>Whether a position was added.</summary>
    /// <param name="position">From 0.</param>
    public readonly bool Contains(int position)
    {
        if (_all)
            return true;
        if (position < Inline)
            return (_words[position / WordSize] & (1UL << (position % WordSize))) != 0;
        var word = (position - Inline) / WordSize;
        return _more is not null && word < _more.Length && (_more[word] & (1UL << (position % WordSize))) != 0;
    }

    /// <summary>Whether all from the first on were added.</summary>
    /// <param name="count">How many.</param>
    public readonly bool ContainsFirst(int count)
    {
        for (var position = 0; !_all && position < count; position++)
        {
            if (!Contains(position))
                return false;
        }

        return true;
    }

    /// <summary>Gives the memory back; the set is empty then.</summary>
    /// <param name="verdict">What was decided with it.</param>
    /// <returns>The verdict.</returns>
    public bool Release(bool verdict)
    {
        if (_more is not null)
            ArrayPool<ulong>.Shared.Return(_more);
        this = default;
        return verdict;
    }

    private ref ulong WordBeyond(int word)
    {
        if (_more is null || word >= _more.Length)
        {
            var larger = ArrayPool<ulong>.Shared.Rent(Math.Max(word + 1, 2 * (_more?.Length ?? 8)));
            Array.Clear(larger);
            if (_more is not null)
            {
                _more.CopyTo(larger, 0);
                ArrayPool<ulong>.Shared.Return(_more);
            }

            _more = larger;
        }

        return ref _more[word];
    }

    [InlineArray(Length)]
    private struct Words
    {
        public const int Length = 4;

        private ulong _first;
    }
}
