using Parley.Schema.Model;

namespace Parley.Documentation.Model;

/// <summary>One contract.</summary>
public sealed record ContractDocumentation
{
    /// <summary>Name, such as <c>Chat</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Stable id within a document: <c>contract/Chat</c>.</summary>
    public required string Anchor { get; init; }

    /// <summary>Title for a reader.</summary>
    public required string Title { get; init; }

    /// <summary>Version of the documented API.</summary>
    public required string Version { get; init; }

    /// <summary>Markdown, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The manifest.</summary>
    public required SourceNode Source { get; init; }

    /// <summary>States in manifest order; empty without a lifecycle.</summary>
    public required IReadOnlyList<StateDocumentation> States { get; init; }

    /// <summary>Resources in manifest order.</summary>
    public required IReadOnlyList<ResourceDocumentation> Resources { get; init; }

    /// <summary>The error catalogue: the envelopes that the operations use, in order of first use, then those that the host answers with by itself.</summary>
    public required IReadOnlyList<EnvelopeDocumentation> Envelopes { get; init; }

    /// <summary>Notifications in manifest order.</summary>
    public required IReadOnlyList<NotificationDocumentation> Notifications { get; init; }

    /// <summary>Operations in manifest order.</summary>
    public IEnumerable<OperationDocumentation> Operations =>
        Resources.SelectMany(static resource => resource.Methods).SelectMany(static method => method.Operations);

    /// <summary>The steps of the lifecycle in manifest order: an operation once for each state that it leads from.</summary>
    public IEnumerable<TransitionDocumentation> Transitions =>
        from operation in Operations
        from state in operation.From
        select new TransitionDocumentation(state, operation, operation.To ?? state);
}

/// <summary>A URL template.</summary>
public sealed record ResourceDocumentation
{
    /// <summary>Stable id: <c>resource/Chat/api/v2/me/interactions/{id}</c>.</summary>
    public required string Anchor { get; init; }

    /// <summary>The template.</summary>
    public required string Template { get; init; }

    /// <summary>Markdown, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Channel of the interactions that the contract answers for where contracts share the URL, or null.</summary>
    public string? Channel { get; init; }

    /// <summary>Bayeux service channel that carries the same operations, or null.</summary>
    public string? ServiceChannel { get; init; }

    /// <summary>Parameters in template order.</summary>
    public required IReadOnlyList<ParameterDocumentation> Parameters { get; init; }

    /// <summary>Headers that the host looks for, in manifest order.</summary>
    public required IReadOnlyList<ParameterDocumentation> Headers { get; init; }

    /// <summary>Methods in manifest order.</summary>
    public required IReadOnlyList<MethodDocumentation> Methods { get; init; }
}

/// <summary>A parameter of a URL template, or a header.</summary>
/// <param name="Name">Name in the template or of the header.</param>
/// <param name="Description">Markdown, or null.</param>
/// <param name="Example">An example value, or null.</param>
public sealed record ParameterDocumentation(string Name, string? Description, string? Example);

/// <summary>An HTTP method of a resource.</summary>
/// <param name="Verb">Upper case.</param>
/// <param name="Discriminator">Body member that tells the operations apart, or null with a single operation.</param>
/// <param name="Operations">In manifest order, at least one.</param>
public sealed record MethodDocumentation(string Verb, string? Discriminator, IReadOnlyList<OperationDocumentation> Operations);

/// <summary>A state of the resource.</summary>
/// <param name="Name">The literal.</param>
/// <param name="Anchor">Stable id: <c>state/Chat.Invited</c>.</param>
/// <param name="Description">Markdown.</param>
/// <param name="Terminal">Whether nothing leads out of it.</param>
public sealed record StateDocumentation(string Name, string Anchor, string Description, bool Terminal);

/// <summary>A step of the lifecycle.</summary>
/// <param name="From">Name of the state before.</param>
/// <param name="Operation">What leads on.</param>
/// <param name="To">Name of the state after; the same as before when the operation changes none.</param>
public sealed record TransitionDocumentation(string From, OperationDocumentation Operation, string To);

/// <summary>How success and failure look, with the catalogue of failures.</summary>
public sealed record EnvelopeDocumentation
{
    /// <summary>Name in the manifest.</summary>
    public required string Name { get; init; }

    /// <summary>Stable id: <c>errors/Chat.statusCode</c>.</summary>
    public required string Anchor { get; init; }

    /// <summary>Markdown, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Where it stands; the manifest when it is not found elsewhere.</summary>
    public required SourceNode Source { get; init; }

    /// <summary>Schema of a failure.</summary>
    public required SchemaDocumentation Failure { get; init; }

    /// <summary>Whether failures carry their code on the wire.</summary>
    public required bool WritesCode { get; init; }

    /// <summary>One row for each kind of failure.</summary>
    public required IReadOnlyList<FailureModel> Failures { get; init; }
}
