using Parley.Schema.Json;
using Parley.Schema.Model;

namespace Parley.Documentation.Model;

/// <summary>One operation.</summary>
public sealed record OperationDocumentation
{
    /// <summary>Name with that of its contract, such as <c>Chat.Accept</c>; unique in the model.</summary>
    public required string Id { get; init; }

    /// <summary>Stable id within a document: <c>operation/Chat.Accept</c>.</summary>
    public required string Anchor { get; init; }

    /// <summary>Name of its contract.</summary>
    public required string Contract { get; init; }

    /// <summary>Documented name.</summary>
    public required string Name { get; init; }

    /// <summary>Value of the discriminator, or null without one.</summary>
    public string? WireName { get; init; }

    /// <summary>One sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>Markdown, or null.</summary>
    public string? Description { get; init; }

    /// <summary>HTTP method, upper case.</summary>
    public required string Verb { get; init; }

    /// <summary>URL template.</summary>
    public required string Template { get; init; }

    /// <summary>Channel of the interactions that it is for where contracts share the URL, or null.</summary>
    public string? Channel { get; init; }

    /// <summary>Bayeux service channel that carries it too, or null.</summary>
    public string? ServiceChannel { get; init; }

    /// <summary>Body member that selects it, or null.</summary>
    public string? Discriminator { get; init; }

    /// <summary>Parameters of the URL template in its order.</summary>
    public required IReadOnlyList<ParameterDocumentation> Parameters { get; init; }

    /// <summary>Headers that the host looks for, in manifest order.</summary>
    public required IReadOnlyList<ParameterDocumentation> Headers { get; init; }

    /// <summary>Schema of the request body, or null when it has none.</summary>
    public SchemaDocumentation? Request { get; init; }

    /// <summary>Schema of the query parameters as an object, or null when there are none.</summary>
    public SchemaDocumentation? QuerySchema { get; init; }

    /// <summary>Query parameters in schema order.</summary>
    public required IReadOnlyList<QueryParameterDocumentation> Query { get; init; }

    /// <summary>Schema of a success, which is answered with HTTP 200.</summary>
    public required SchemaDocumentation Success { get; init; }

    /// <summary>How failures look.</summary>
    public required EnvelopeDocumentation Envelope { get; init; }

    /// <summary>The caller needs one of these; empty: none.</summary>
    public required IReadOnlyList<string> Permissions { get; init; }

    /// <summary>The caller needs all of these.</summary>
    public required IReadOnlyList<string> Features { get; init; }

    /// <summary>Names of the states in which it is allowed; empty: any.</summary>
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>Name of the state that it leads to, or null.</summary>
    public string? To { get; init; }

    /// <summary>Literal under which it is offered as a capability, or null.</summary>
    public string? Capability { get; init; }

    /// <summary>The notifications that it causes, in order.</summary>
    public required IReadOnlyList<DocumentationLink> Notifies { get; init; }

    /// <summary>Calls with their answers.</summary>
    public required IReadOnlyList<ExampleDocumentation> Examples { get; init; }

    /// <summary>Where the manifest describes it.</summary>
    public required SourceNode Source { get; init; }

    /// <summary>The rows of the catalogue that a call can meet: a request without body is never malformed.</summary>
    public IEnumerable<FailureModel> PossibleFailures => Envelope.Failures.Where(failure => failure.Kind switch
    {
        "MalformedBody" or "BodyTooLarge" => Request is not null,
        "UnknownOperation" => Discriminator is not null,
        _ => true,
    });
}

/// <summary>A query parameter.</summary>
/// <param name="Name">Name in the URL.</param>
/// <param name="Required">Whether it must be given.</param>
/// <param name="Schema">Its subschema as it stands in the source.</param>
/// <param name="Description">Markdown, or null.</param>
public sealed record QueryParameterDocumentation(string Name, bool Required, SourceNode Schema, string? Description);

/// <summary>A call with its answers.</summary>
/// <param name="Request">The body, or for a method without one the query parameters as an object; null when it has neither.</param>
/// <param name="Success">What a success answers.</param>
/// <param name="Failure">What a failure answers, or null.</param>
public sealed record ExampleDocumentation(JsonNode? Request, JsonNode Success, JsonNode? Failure);

/// <summary>A link to something else of the model.</summary>
/// <param name="Id">Name with that of its contract, such as <c>Chat.MessageLogUpdated</c>.</param>
/// <param name="Name">Name alone.</param>
/// <param name="Anchor">Its stable id.</param>
public sealed record DocumentationLink(string Id, string Name, string Anchor);
