using System.Text;

namespace Parley;

/// <summary>One contract: everything that its manifest says, for hosts, documentation and contract tests.</summary>
public sealed record ContractDescriptor
{
    /// <summary>Name, also the prefix of the emitted types.</summary>
    public required string Name { get; init; }

    /// <summary>Title for a reader.</summary>
    public required string Title { get; init; }

    /// <summary>Version of the documented API.</summary>
    public required string Version { get; init; }

    /// <summary>The resources, in manifest order.</summary>
    public required IReadOnlyList<ResourceDescriptor> Resources { get; init; }

    /// <summary>All operations of all resources; an operation's <see cref="OperationDescriptor.Index"/> is its position here.</summary>
    public required IReadOnlyList<OperationDescriptor> Operations { get; init; }

    /// <summary>The notifications, in manifest order.</summary>
    public required IReadOnlyList<NotificationDescriptor> Notifications { get; init; }

    /// <summary>The source texts: the manifest and every schema that it reaches, by path.</summary>
    public required IReadOnlyDictionary<string, string> Sources { get; init; }
}

/// <summary>A URL template with the methods that a contract answers there.</summary>
public sealed record ResourceDescriptor
{
    /// <summary>The template, such as <c>/api/v2/me/interactions/{id}</c>; its parameters reach handlers as strings, in this order.</summary>
    public required string Template { get; init; }

    /// <summary>
    /// Which resources behind a shared URL this contract answers for: the channel of the interaction, such as <c>chat</c>.
    /// Null answers for every channel that no other contract claims on the same URL.
    /// </summary>
    public string? Channel { get; init; }

    /// <summary>The Bayeux service channel that carries the same operations, such as <c>/service/interaction-management</c>, or null.</summary>
    public string? ServiceChannel { get; init; }

    /// <summary>The methods.</summary>
    public required IReadOnlyList<ResourceMethodDescriptor> Methods { get; init; }
}

/// <summary>One HTTP method of a resource.</summary>
public sealed record ResourceMethodDescriptor
{
    /// <summary>HTTP method, upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The body member that tells operations apart, such as <c>operationName</c>; null when there is exactly one operation.</summary>
    public string? Discriminator
    {
        get;
        init
        {
            field = value;
            QuotedDiscriminator = value is null ? null : Encoding.UTF8.GetBytes($"\"{value}\"");
            HasBackslash = value?.Contains('\\') ?? false;
        }
    }

    /// <summary>How a failure looks that happens before the operation is known.</summary>
    public required EnvelopeDescriptor Envelope { get; init; }

    /// <summary>The operations, at least one.</summary>
    public required IReadOnlyList<OperationDescriptor> Operations { get; init; }

    /// <summary>Query parameters of the single operation, empty when there are none.</summary>
    public IReadOnlyList<QueryParameterDescriptor> Query { get; init; } = [];

    /// <summary>The discriminator as UTF-8 between quotes, as it stands in most bodies.</summary>
    internal byte[]? QuotedDiscriminator { get; private init; }

    /// <summary>Whether the discriminator has a backslash. In a body that begins an escape, so that the name cannot be sought as it is.</summary>
    internal bool HasBackslash { get; private init; }
}

/// <summary>A query parameter: how its text becomes a JSON value before the operation's schema checks it.</summary>
/// <param name="Name">Name in the URL and member in the request schema.</param>
/// <param name="Kind">What the text is read as.</param>
public sealed record QueryParameterDescriptor(string Name, QueryParameterKind Kind);

/// <summary>What the text of a query parameter is read as.</summary>
public enum QueryParameterKind
{
    /// <summary>A JSON string.</summary>
    String,

    /// <summary>A JSON number; text that is no JSON number stays a string, so that the schema refuses it by name.</summary>
    Number,

    /// <summary>A JSON boolean; text other than <c>true</c> and <c>false</c> stays a string.</summary>
    Boolean,
}
