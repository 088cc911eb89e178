namespace Parley;

/// <summary>Collects the members of an object while it is read; refuses a name that is there already. The cost of a member does not grow with hostile names.</summary>
/// <typeparam name="T">The members' values.</typeparam>
public struct ValueMapBuilder<T>
{
    private KeyValuePair<string, T>[]? _members;
    private Dictionary<string, int>? _index;
    private int _count;

    /// <summary>How many members there are.</summary>
    public readonly int Count => _count;

    /// <summary>Adds a member unless the name is there already.</summary>
    public bool TryAdd(string name, T value)
    {
        if (!TryIndex(name))
            return false;

        if (_members is null)
            _members = new KeyValuePair<string, T>[4];
        else if (_count == _members.Length)
            Array.Resize(ref _members, _count * 2);
        _members[_count++] = new(name, value);
        return true;
    }

    /// <summary>The members as a map. The builder must not be used afterwards.</summary>
    public ValueMap<T> ToValueMap()
    {
        if (_members is null)
            return ValueMap<T>.Empty;

        var members = _members;
        if (_count < members.Length)
        {
            members = new KeyValuePair<string, T>[_count];
            Array.Copy(_members, members, _count);
        }

        return new ValueMap<T>(members, _index);
    }

    private bool TryIndex(string name)
    {
        if (_index is not null)
            return _index.TryAdd(name, _count);

        for (var i = 0; i < _count; i++)
        {
            if (string.Equals(_members![i].Key, name, StringComparison.Ordinal))
                return false;
        }

        if (_count + 1 < ValueMap<T>.IndexedFrom)
            return true;

        // The dictionary's own string hashing turns randomized under collisions.
        _index = new Dictionary<string, int>(_count * 2, StringComparer.Ordinal);
        for (var i = 0; i < _count; i++)
            _index.Add(_members![i].Key, i);
        return _index.TryAdd(name, _count);
    }
}
