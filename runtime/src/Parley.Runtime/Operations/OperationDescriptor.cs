namespace Parley;

/// <summary>One operation of a contract as its manifest states it. Emitted once per operation, never changed.</summary>
public sealed record OperationDescriptor
{
    /// <summary>Position in <see cref="ContractDescriptor.Operations"/>: what a dispatcher switches on.</summary>
    public required int Index { get; init; }

    /// <summary>The documented name, unique in the contract.</summary>
    public required string Name { get; init; }

    /// <summary>The discriminator literal in the body; equals <see cref="Name"/> unless the manifest says otherwise. Null when the URL and method alone select the operation.</summary>
    public string? WireName { get; init; }

    /// <summary>The body member that carries <see cref="WireName"/>, such as <c>operationName</c>; null without a wire name.</summary>
    public string? Discriminator { get; init; }

    /// <summary>HTTP method, upper case.</summary>
    public required string Method { get; init; }

    /// <summary>URL template of the resource, such as <c>/api/v2/me/interactions/{id}</c>.</summary>
    public required string Template { get; init; }

    /// <summary>One sentence for a reader.</summary>
    public string Summary { get; init; } = "";

    /// <summary>How success and failure look on the wire.</summary>
    public required EnvelopeDescriptor Envelope { get; init; }

    /// <summary>How a failure looks that happens before the server knows the operation; null when it looks like <see cref="Envelope"/> says.</summary>
    public EnvelopeDescriptor? MethodEnvelope { get; init; }

    /// <summary>The caller needs one of these. Empty, with no <see cref="Features"/> either: anyone may call, unless the host asks for more.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = [];

    /// <summary>The caller needs all of these features.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>States of the resource in which the operation is allowed; empty means any.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>The state that the operation leads to, or null when it does not change the state.</summary>
    public string? To { get; init; }

    /// <summary>The literal by which a resource's capabilities offer this operation, or null when they never do.</summary>
    public string? Capability { get; init; }

    /// <summary>Names of the notifications that the operation causes.</summary>
    public IReadOnlyList<string> Notifies { get; init; } = [];
}
