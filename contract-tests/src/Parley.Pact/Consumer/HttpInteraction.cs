namespace Parley.Pacts;

/// <summary>An HTTP interaction in the core.</summary>
internal sealed class HttpInteraction(uint handle)
{
    private readonly Dictionary<(InteractionPart Part, string Name), nuint> _headers = [];
    private readonly Dictionary<string, nuint> _queries = new(StringComparer.Ordinal);

    public void Given(string state, IDictionary<string, string>? parameters = null) => ProviderStates.Add(handle, state, parameters);

    public void Request(string method, string path) => CoreCall.Done(NativeMethods.WithRequest(handle, method, path), $"take the request {method} {path}");

    public void Query(string name, string value) => CoreCall.Done(NativeMethods.WithQueryParameter(handle, name, NextIndex(_queries, name), value), $"take the query parameter {name}");

    public void Header(InteractionPart part, string name, string value) =>
        CoreCall.Done(NativeMethods.WithHeader(handle, part, name, NextIndex(_headers, (part, name.ToUpperInvariant())), value), $"take the header {name}");

    public void Status(ushort status) => CoreCall.Done(NativeMethods.WithStatus(handle, status), $"take the status {status}");

    public void Body(InteractionPart part, string body, string contentType) => CoreCall.Done(NativeMethods.WithBody(handle, part, contentType, body), "take the body");

    private static nuint NextIndex<TKey>(Dictionary<TKey, nuint> counts, TKey key)
        where TKey : notnull
    {
        var index = counts.GetValueOrDefault(key);
        counts[key] = index + 1;
        return index;
    }
}
