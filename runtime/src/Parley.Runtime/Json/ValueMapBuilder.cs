namespace Parley;

/// <summary>Collects the members of an object while it is read; refuses a name that is there already. The cost of a member does not grow with hostile names.</summary>
/// <typeparam name="T">The members' values.</typeparam>
public struct ValueMapBuilder<T>
{
    private KeyValuePair<string, T>[]? _members;
    private Dictionary<string, int>? _index;

    /// <summary>How many members there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a member unless the name is there already.</summary>
    public bool TryAdd(string name, T value)
    {
        if (!TryIndex(name))
            return false;

        if (_members is null)
            _members = new KeyValuePair<string, T>[4];
        else if (Count == _members.Length)
            Array.Resize(ref _members, Count * 2);
        _members[Count++] = new(name, value);
        return true;
    }

    /// <summary>The members as a map. The builder must not be used afterwards.</summary>
    public ValueMap<T> ToValueMap()
    {
        if (_members is null)
            return ValueMap<T>.Empty;

        if (Count < _members.Length)
            Array.Resize(ref _members, Count);
        return new ValueMap<T>(_members, _index);
    }

    private bool TryIndex(string name)
    {
        if (_index is not null)
            return _index.TryAdd(name, Count);

        var members = _members.AsSpan(0, Count);
        foreach (ref readonly var member in members)
        {
            if (string.Equals(member.Key, name, StringComparison.Ordinal))
                return false;
        }

        if (Count + 1 < ValueMap<T>.IndexedFrom)
            return true;

        // The dictionary's own string hashing turns randomized under collisions.
        _index = new Dictionary<string, int>(Count * 2, StringComparer.Ordinal);
        for (var i = 0; i < members.Length; i++)
            _index.Add(members[i].Key, i);
        return _index.TryAdd(name, Count);
    }
}
