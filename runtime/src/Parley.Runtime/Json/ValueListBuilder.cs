using System.Runtime.CompilerServices;

namespace Parley;

/// <summary>Collects the items of an array while it is read. Up to eight wait on the stack, so that most arrays cost one allocation of their exact size.</summary>
/// <typeparam name="T">The items.</typeparam>
public struct ValueListBuilder<T>
{
    private const int OnStack = 8;
    private FirstItems _first;
    private T[]? _rest;
    private int _count;

    /// <summary>How many items there are.</summary>
    public readonly int Count => _count;

    /// <summary>Adds an item.</summary>
    public void Add(T item)
    {
        if (_count < OnStack)
        {
            _first[_count++] = item;
            return;
        }

        var at = _count++ - OnStack;
        if (_rest is null)
            _rest = new T[OnStack];
        else if (at == _rest.Length)
            Array.Resize(ref _rest, at * 2);
        _rest[at] = item;
    }

    /// <summary>The items as a list.</summary>
    public readonly ValueList<T> ToValueList()
    {
        if (_count == 0)
            return default;

        var items = new T[_count];
        var first = Math.Min(_count, OnStack);
        for (var i = 0; i < first; i++)
            items[i] = _first[i];
        if (_rest is not null)
            Array.Copy(_rest, 0, items, first, _count - first);
        return new ValueList<T>(items);
    }

    [InlineArray(OnStack)]
    private struct FirstItems
    {
        private T _item;
    }
}
