using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Parley;

/// <summary>The failures of an envelope by kind. A row is made when it is asked for, so that a process in which nothing fails pays for none.</summary>
/// <param name="row">Gives the row of a kind, or null when there is none.</param>
public sealed class FailureCatalogue(Func<FailureKind, FailureDescriptor?> row) : IReadOnlyDictionary<FailureKind, FailureDescriptor>
{
    /// <inheritdoc/>
    public int Count => Keys.Count();

    /// <inheritdoc/>
    public IEnumerable<FailureKind> Keys => Enum.GetValues<FailureKind>().Where(ContainsKey);

    /// <inheritdoc/>
    public IEnumerable<FailureDescriptor> Values => Keys.Select(kind => this[kind]);

    /// <inheritdoc/>
    /// <exception cref="KeyNotFoundException">The envelope does not say what becomes of that kind.</exception>
    public FailureDescriptor this[FailureKind key] => row(key) ?? throw new KeyNotFoundException($"The envelope has no failure '{key}'.");

    /// <inheritdoc/>
    public bool ContainsKey(FailureKind key) => row(key) is not null;

    /// <inheritdoc/>
    public bool TryGetValue(FailureKind key, [MaybeNullWhen(false)] out FailureDescriptor value)
    {
        value = row(key);
        return value is not null;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<FailureKind, FailureDescriptor>> GetEnumerator() => Keys.Select(kind => KeyValuePair.Create(kind, this[kind])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
