using System.Text.Json.Nodes;
using Parley.Documentation.Json;
using Parley.Documentation.Model;

namespace Parley.Documentation.AsyncApi;

/// <summary>The channels of an AsyncAPI document by address: what contracts share is one channel.</summary>
internal sealed class AsyncApiChannels
{
    private readonly Dictionary<string, AsyncApiChannel> _byAddress = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, AsyncApiChannel> _byKey = new(StringComparer.Ordinal);

    /// <summary>The channel of a URL.</summary>
    public AsyncApiChannel Resource(OperationDocumentation operation)
    {
        var channel = Get(operation.Template, isBayeux: false);
        if (operation.Parameters.Count > 0 && !channel.Json.ContainsKey("parameters"))
        {
            channel.Json.Add("parameters", new JsonObject(operation.Parameters.Select(static parameter =>
            {
                var written = new JsonObject();
                written.AddGiven("description", parameter.Description);
                written.AddGiven("examples", parameter.Example is null ? [] : [parameter.Example]);
                return KeyValuePair.Create(parameter.Name, (JsonNode?)written);
            })));
        }

        return channel;
    }

    /// <summary>The channel of Bayeux messages.</summary>
    public AsyncApiChannel Bayeux(string name) => Get(name, isBayeux: true);

    /// <summary>All channels by key.</summary>
    public JsonObject Write() => new(_byKey.Select(static pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.Json)));

    private AsyncApiChannel Get(string address, bool isBayeux)
    {
        // A URL and a Bayeux channel may be spelled alike.
        var name = (isBayeux ? "bayeux " : "http ") + address;
        if (_byAddress.TryGetValue(name, out var known))
            return known;

        var words = address.Split(['/', '{', '}'], StringSplitOptions.RemoveEmptyEntries);
        var plain = (isBayeux ? "bayeux." : "http.") + string.Concat(string.Join('.', words).Select(static unit => char.IsAsciiLetterOrDigit(unit) || unit is '.' or '-' or '_' ? unit : '_'));
        var key = plain;
        for (var i = 2; _byKey.ContainsKey(key); i++)
            key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{plain}-{i}");

        var channel = new AsyncApiChannel(key, address);
        if (isBayeux)
            channel.Json.Add("bindings", new JsonObject { ["x-cometd"] = new JsonObject { ["channel"] = address } });
        _byAddress.Add(name, channel);
        _byKey.Add(key, channel);
        return channel;
    }
}

/// <summary>A channel while the document is written.</summary>
internal sealed class AsyncApiChannel(string key, string address)
{
    /// <summary>The channel object.</summary>
    public JsonObject Json { get; } = new() { ["address"] = address, ["messages"] = new JsonObject() };

    /// <summary>A new reference to the channel.</summary>
    public JsonObject Reference => new() { ["$ref"] = "#/channels/" + key };

    /// <summary>Makes a message one of the channel's, and refers to it there.</summary>
    public JsonObject Add(string message)
    {
        var messages = Json["messages"]!.AsObject();
        if (!messages.ContainsKey(message))
            messages.Add(message, new JsonObject { ["$ref"] = "#/components/messages/" + message });
        return new JsonObject { ["$ref"] = $"#/channels/{key}/messages/{message}" };
    }
}
