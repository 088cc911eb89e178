using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Parley;

/// <summary>
/// Immutable members by name, in the order in which they were given: what a JSON object without declared members becomes.
/// Equal to another when the same names have equal values, in whatever order. Written as <c>[new("name", value)]</c>.
/// </summary>
/// <typeparam name="T">The members' values.</typeparam>
[CollectionBuilder(typeof(ValueMap), nameof(ValueMap.Create))]
public sealed class ValueMap<T> : IReadOnlyDictionary<string, T>, IEquatable<ValueMap<T>>
{
    // Below this many members a search from the start is about as fast as an index, and reading builds none.
    internal const int IndexedFrom = 33;

    private readonly KeyValuePair<string, T>[] _members;
    private readonly Dictionary<string, int>? _index;

    internal ValueMap(KeyValuePair<string, T>[] members, Dictionary<string, int>? index)
    {
        _members = members;
        _index = index;
    }

    /// <summary>No members.</summary>
    public static ValueMap<T> Empty { get; } = new([], null);

    /// <inheritdoc/>
    public int Count => _members.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _members.Select(static member => member.Key);

    /// <inheritdoc/>
    public IEnumerable<T> Values => _members.Select(static member => member.Value);

    /// <inheritdoc/>
    public T this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no member \"{key}\".");

    /// <summary>The members in order.</summary>
    public ReadOnlySpan<KeyValuePair<string, T>> AsSpan() => _members;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => Find(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        var at = Find(key);
        value = at >= 0 ? _members[at].Value : default;
        return at >= 0;
    }

    /// <summary>A map with one more member, or with another value for one.</summary>
    public ValueMap<T> With(string name, T value)
    {
        var at = Find(name);
        KeyValuePair<string, T>[] members = at < 0 ? [.. _members, new(name, value)] : [.. _members];
        if (at >= 0)
            members[at] = new(name, value);
        return ValueMap.Create(members);
    }

    /// <summary>Same names with equal values, in whatever order.</summary>
    public bool Equals(ValueMap<T>? other)
    {
        if (other is null || other.Count != Count)
            return false;

        foreach (var member in _members)
        {
            if (!other.TryGetValue(member.Key, out var value) || !EqualityComparer<T>.Default.Equals(member.Value, value))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueMap<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // A sum, because the order does not matter.
        var hash = Count;
        foreach (var member in _members)
            hash = unchecked(hash + HashCode.Combine(member.Key, member.Value));
        return hash;
    }

    /// <summary>The members in braces.</summary>
    public override string ToString() => $"{{{string.Join(", ", _members.Select(static member => $"{member.Key}: {member.Value}"))}}}";

    /// <summary>Enumerates without allocating.</summary>
    public ArrayEnumerator<KeyValuePair<string, T>> GetEnumerator() => new(_members);

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Find(string name)
    {
        if (_index is not null)
            return _index.TryGetValue(name, out var at) ? at : -1;

        for (var i = 0; i < _members.Length; i++)
        {
            if (string.Equals(_members[i].Key, name, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }
}

/// <summary>Makes <see cref="ValueMap{T}"/>.</summary>
public static class ValueMap
{
    /// <summary>A map of the members.</summary>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    public static ValueMap<T> Create<T>(ReadOnlySpan<KeyValuePair<string, T>> members)
    {
        var builder = default(ValueMapBuilder<T>);
        foreach (var member in members)
        {
            if (!builder.TryAdd(member.Key, member.Value))
                throw new ArgumentException($"The member \"{member.Key}\" occurs twice.", nameof(members));
        }

        return builder.ToValueMap();
    }

    /// <summary>A map of the members.</summary>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    public static ValueMap<T> ToValueMap<T>(this IEnumerable<KeyValuePair<string, T>> members) => Create<T>(members.ToArray());
}
