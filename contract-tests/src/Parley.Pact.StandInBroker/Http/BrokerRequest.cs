using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Parley.Pacts.StandInBroker.Http;

/// <summary>A call, with its body read.</summary>
internal sealed class BrokerRequest(HttpRequest request, JsonNode? body, Model.BrokerState state)
{
    public Model.BrokerState State { get; } = state;

    public JsonMembers Body => JsonMembers.Of(body);

    public string? QueryString => request.QueryString.Value;

    /// <summary>A name or id from the path.</summary>
    public string Name(string parameter)
    {
        // ASP.NET Core decodes a path but for its slashes: a branch feature/a arrives as feature%2Fa.
        var value = (string)request.RouteValues[parameter]!;
        return value.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A parameter of the query string that must be there.</summary>
    public string Parameter(string name) =>
        request.Query[name] is [{ Length: > 0 } value] ? value : throw BrokerRefusalException.BadRequest($"The query parameter {name} is missing.");

    /// <summary>A HAL link to a path of this broker; what a template leaves open stands in braces.</summary>
    public JsonObject Link(string path, string? name = null)
    {
        var link = new JsonObject { ["href"] = $"{request.Scheme}://{request.Host}{path}" };
        if (name is not null)
            link["name"] = name;
        if (path.Contains('{', StringComparison.Ordinal))
            link["templated"] = true;
        return link;
    }
}
