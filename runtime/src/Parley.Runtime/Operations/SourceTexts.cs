using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Parley;

/// <summary>The source texts of a contract by path. A text is only loaded when it is asked for, so that a host that never reads them does not pay for them.</summary>
/// <param name="paths">The paths, ordered.</param>
/// <param name="read">Gives the text of a path, or null when there is none.</param>
public sealed class SourceTexts(IReadOnlyList<string> paths, Func<string, string?> read) : IReadOnlyDictionary<string, string>
{
    /// <inheritdoc/>
    public int Count => paths.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => paths;

    /// <inheritdoc/>
    public IEnumerable<string> Values => paths.Select(path => this[path]);

    /// <inheritdoc/>
    /// <exception cref="KeyNotFoundException">The contract has no source of that path.</exception>
    public string this[string key] => read(key) ?? throw new KeyNotFoundException($"The contract has no source '{key}'.");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => read(key) is not null;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        value = read(key);
        return value is not null;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        paths.Select(path => KeyValuePair.Create(path, this[path])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
