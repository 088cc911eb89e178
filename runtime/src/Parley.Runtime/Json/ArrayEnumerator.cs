using System.Collections;

namespace Parley;

/// <summary>Walks an array without allocating; unlike a span's enumerator it may live across an <c>await</c>.</summary>
/// <typeparam name="T">The items.</typeparam>
public struct ArrayEnumerator<T> : IEnumerator<T>
{
    private readonly T[] _items;
    private int _at;

    internal ArrayEnumerator(T[] items)
    {
        _items = items;
        _at = -1;
    }

    /// <inheritdoc/>
    public readonly T Current => _items[_at];

    readonly object? IEnumerator.Current => Current;

    /// <inheritdoc/>
    public bool MoveNext() => ++_at < _items.Length;

    /// <inheritdoc/>
    public void Reset() => _at = -1;

    /// <inheritdoc/>
    public readonly void Dispose()
    {
    }
}
