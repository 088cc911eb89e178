using System.Diagnostics.CodeAnalysis;

namespace Parley;

/// <summary>A member that may be absent, where its schema also allows null: absent is not null. <c>default</c> is absent.</summary>
/// <typeparam name="T">The member's type, nullable.</typeparam>
public readonly record struct Optional<T>
{
    private readonly T? _value;

    /// <summary>A present member.</summary>
    public Optional(T? value)
    {
        _value = value;
        IsPresent = true;
    }

    /// <summary>An absent member.</summary>
    public static Optional<T> Absent => default;

    /// <summary>Whether the member is there, null included.</summary>
    public bool IsPresent { get; }

    /// <summary>The member's value.</summary>
    /// <exception cref="InvalidOperationException">The member is absent.</exception>
    public T? Value => IsPresent ? _value : throw new InvalidOperationException("The member is absent; ask IsPresent first.");

    /// <summary>The member's value when it is there.</summary>
    public bool TryGetValue([MaybeNullWhen(false)] out T? value)
    {
        value = _value;
        return IsPresent;
    }

    /// <summary>The member's value, or another when it is absent.</summary>
    public T? GetValueOrDefault(T? whenAbsent = default) => IsPresent ? _value : whenAbsent;

    /// <summary>A value is a present member.</summary>
    public static implicit operator Optional<T>(T? value) => new(value);

    /// <summary>The value as text; <c>absent</c> without one.</summary>
    public override string ToString() => IsPresent ? _value?.ToString() ?? "null" : "absent";
}
