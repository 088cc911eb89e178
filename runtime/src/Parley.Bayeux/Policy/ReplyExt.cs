using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Parley.Bayeux;

/// <summary>Members for <c>ext</c> of a reply. What could not be written is refused when it is put in, where the mistake is, and not when the session is open.</summary>
internal sealed class ReplyExt : IDictionary<string, JsonElement>
{
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);

    public ICollection<string> Keys => _members.Keys;

    public ICollection<JsonElement> Values => _members.Values;

    public int Count => _members.Count;

    public bool IsReadOnly => false;

    public JsonElement this[string key]
    {
        get => _members[key];
        set => _members[key] = Checked(key, value);
    }

    public void Add(string key, JsonElement value) => _members.Add(key, Checked(key, value));

    public void Add(KeyValuePair<string, JsonElement> item) => Add(item.Key, item.Value);

    public bool Remove(string key) => _members.Remove(key);

    public bool Remove(KeyValuePair<string, JsonElement> item) => ((ICollection<KeyValuePair<string, JsonElement>>)_members).Remove(item);

    public void Clear() => _members.Clear();

    public bool ContainsKey(string key) => _members.ContainsKey(key);

    public bool Contains(KeyValuePair<string, JsonElement> item) => _members.Contains(item);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value) => _members.TryGetValue(key, out value);

    public void CopyTo(KeyValuePair<string, JsonElement>[] array, int arrayIndex) => ((ICollection<KeyValuePair<string, JsonElement>>)_members).CopyTo(array, arrayIndex);

    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static JsonElement Checked(string key, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
            throw new ArgumentException($"The element for 'ext.{key}' holds no JSON value.", nameof(value));
        try
        {
            // What a client sent may read well and yet not be writable: strings are looked at no sooner.
            using var writer = new Utf8JsonWriter(Stream.Null);
            value.WriteTo(writer);
        }
        catch (InvalidOperationException exception)
        {
            throw new ArgumentException($"The element for 'ext.{key}' holds a string that is no text: {exception.Message}", nameof(value), exception);
        }

        // A copy: the document that the element is of may be disposed of before the reply is written.
        return value.Clone();
    }
}
