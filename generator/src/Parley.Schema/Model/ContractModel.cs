namespace Parley.Schema.Model;

/// <summary>One contract, linked: all that the operation, notification and client emitters need. Same rules as <see cref="SchemaModel"/>.</summary>
public sealed record ContractModel
{
    /// <summary>Logical path of the manifest.</summary>
    public required string Path { get; init; }

    /// <summary>Name, also the prefix of the emitted types; a C# identifier.</summary>
    public required string Name { get; init; }

    /// <summary>Title for a reader.</summary>
    public required string Title { get; init; }

    /// <summary>Version of the documented API.</summary>
    public required string Version { get; init; }

    /// <summary>Description, Markdown.</summary>
    public string? Description { get; init; }

    /// <summary>C# namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>Resources in manifest order.</summary>
    public required EquatableArray<ResourceModel> Resources { get; init; }

    /// <summary>The envelopes that the operations use, in order of first use.</summary>
    public required EquatableArray<EnvelopeModel> Envelopes { get; init; }

    /// <summary>The envelopes that no operation uses, in manifest order: a host may answer with them by itself.</summary>
    public required EquatableArray<EnvelopeModel> UnusedEnvelopes { get; init; }

    /// <summary>Notifications in manifest order.</summary>
    public required EquatableArray<NotificationModel> Notifications { get; init; }

    /// <summary>States of the resource in manifest order.</summary>
    public required EquatableArray<StateModel> States { get; init; }

    /// <summary>The manifest and every schema that it reaches, by path ordinal, with their texts.</summary>
    public required EquatableArray<SourceModel> Sources { get; init; }
}

/// <summary>A URL template.</summary>
/// <param name="Template">The template.</param>
/// <param name="Channel">Channel of the interactions that the contract answers for, or null.</param>
/// <param name="ServiceChannel">Bayeux service channel that carries the same operations, or null.</param>
/// <param name="Parameters">Parameters in template order.</param>
/// <param name="Methods">Methods.</param>
public sealed record ResourceModel(
    string Template, string? Channel, string? ServiceChannel, EquatableArray<ParameterModel> Parameters, EquatableArray<MethodModel> Methods);

/// <summary>A parameter of a URL template.</summary>
/// <param name="Name">Name in the template.</param>
/// <param name="Identifier">C# parameter name.</param>
/// <param name="Description">For a reader.</param>
public sealed record ParameterModel(string Name, string Identifier, string? Description);

/// <summary>An HTTP method of a resource.</summary>
/// <param name="Verb">Upper case.</param>
/// <param name="Discriminator">Body member that tells operations apart, or null.</param>
/// <param name="Envelope">Name of the envelope for failures before the operation is known.</param>
/// <param name="Operations">At least one.</param>
public sealed record MethodModel(string Verb, string? Discriminator, string Envelope, EquatableArray<OperationModel> Operations);

/// <summary>An operation.</summary>
public sealed record OperationModel
{
    /// <summary>Position among all operations of the contract.</summary>
    public required int Index { get; init; }

    /// <summary>Documented name; a C# identifier.</summary>
    public required string Name { get; init; }

    /// <summary>Discriminator literal, or null without discriminator.</summary>
    public string? WireName { get; init; }

    /// <summary>One sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>More, Markdown.</summary>
    public string? Description { get; init; }

    /// <summary>Request body schema; null when the operation takes none.</summary>
    public TypeReference? Request { get; init; }

    /// <summary>Schema of the query parameters as an object; null when there are none. Never set together with <see cref="Request"/>.</summary>
    public TypeReference? Query { get; init; }

    /// <summary>Query parameters in schema order with the kind their text is read as: <c>String</c>, <c>Number</c> or <c>Boolean</c>.</summary>
    public EquatableArray<QueryParameterModel> QueryParameters { get; init; }

    /// <summary>Success schema: the operation's own, else its envelope's.</summary>
    public required TypeReference Success { get; init; }

    /// <summary>Envelope name.</summary>
    public required string Envelope { get; init; }

    /// <summary>The caller needs one of these.</summary>
    public EquatableArray<string> Permissions { get; init; }

    /// <summary>The caller needs all of these.</summary>
    public EquatableArray<string> Features { get; init; }

    /// <summary>States in which it is allowed; empty: any.</summary>
    public EquatableArray<string> From { get; init; }

    /// <summary>State it leads to, or null.</summary>
    public string? To { get; init; }

    /// <summary>Capability literal, or null when never offered as one.</summary>
    public string? Capability { get; init; }

    /// <summary>Names of the notifications it causes.</summary>
    public EquatableArray<string> Notifies { get; init; }
}

/// <summary>A query parameter.</summary>
/// <param name="Name">Name in the URL.</param>
/// <param name="Kind"><c>String</c>, <c>Number</c> or <c>Boolean</c>.</param>
public sealed record QueryParameterModel(string Name, string Kind);

/// <summary>An envelope.</summary>
/// <param name="Name">Name in the manifest.</param>
/// <param name="Identifier">C# identifier.</param>
/// <param name="Failure">Failure schema, a record whose required members are constants or bound below.</param>
/// <param name="Code">C# property of <paramref name="Failure"/> that takes the code, or null.</param>
/// <param name="Message">C# property that takes the sentence.</param>
/// <param name="Correlation">C# property that takes the correlation number, or null.</param>
/// <param name="CorrelationMember">Request member that the correlation number comes from, or null.</param>
/// <param name="Failures">The catalogue, one row for each kind of failure.</param>
public sealed record EnvelopeModel(
    string Name, string Identifier, TypeReference Failure, string? Code, string Message, string? Correlation, string? CorrelationMember,
    EquatableArray<FailureModel> Failures);

/// <summary>A row of a failure catalogue.</summary>
/// <param name="Kind">Name of a <c>Parley.FailureKind</c>.</param>
/// <param name="Code">Documented code.</param>
/// <param name="HttpStatus">HTTP status.</param>
/// <param name="Description">For a reader.</param>
public sealed record FailureModel(string Kind, int Code, int HttpStatus, string Description);

/// <summary>A notification.</summary>
/// <param name="Name">Name in the manifest; a C# identifier.</param>
/// <param name="Channel">Bayeux channel.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Payload">Payload schema.</param>
/// <param name="Selectors">Top-level payload members with constant values by which a subscriber tells this notification from others on the channel.</param>
public sealed record NotificationModel(string Name, string Channel, string Summary, TypeReference Payload, EquatableArray<SelectorModel> Selectors);

/// <summary>A member whose value tells notifications apart.</summary>
/// <param name="Member">Member name on the wire.</param>
/// <param name="Values">The string values it may have.</param>
public sealed record SelectorModel(string Member, EquatableArray<string> Values);

/// <summary>A state of a contract's resource.</summary>
/// <param name="Name">The literal.</param>
/// <param name="Identifier">C# identifier.</param>
/// <param name="Description">For a reader.</param>
/// <param name="Terminal">Whether nothing leads out of it.</param>
public sealed record StateModel(string Name, string Identifier, string Description, bool Terminal);

/// <summary>A source text.</summary>
/// <param name="Path">Logical path.</param>
/// <param name="Text">Text with <c>\n</c> newlines.</param>
public sealed record SourceModel(string Path, string Text);
