using System.Runtime.CompilerServices;

namespace Parley;

/// <summary>Collects the items of an array while it is read. Up to eight wait on the stack, so that most arrays cost one allocation of their exact size.</summary>
/// <typeparam name="T">The items.</typeparam>
public struct ValueListBuilder<T>
{
    private const int OnStack = 8;
    private FirstItems _first;
    private T[]? _rest;

    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds an item.</summary>
    public void Add(T item)
    {
        if (Count < OnStack)
        {
            _first[Count++] = item;
            return;
        }

        var at = Count++ - OnStack;
        if (_rest is null)
            _rest = new T[OnStack];
        else if (at == _rest.Length)
            Array.Resize(ref _rest, at * 2);
        _rest[at] = item;
    }

    /// <summary>The items as a list.</summary>
    public readonly ValueList<T> ToValueList()
    {
        if (Count == 0)
            return default;

        var items = new T[Count];
        var first = Math.Min(Count, OnStack);
        for (var i = 0; i < first; i++)
            items[i] = _first[i];
        _rest.AsSpan(0, Count - first).CopyTo(items.AsSpan(first));
        return new ValueList<T>(items);
    }

    [InlineArray(OnStack)]
    private struct FirstItems
    {
        private T _item;
    }
}
