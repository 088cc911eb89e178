using Parley.Schema.Model;

namespace Parley.Documentation.Model;

/// <summary>An asynchronous message.</summary>
public sealed record NotificationDocumentation
{
    /// <summary>Name with that of its contract, such as <c>Chat.MessageLogUpdated</c>; unique among notifications.</summary>
    public required string Id { get; init; }

    /// <summary>Stable id within a document: <c>notification/Chat.MessageLogUpdated</c>.</summary>
    public required string Anchor { get; init; }

    /// <summary>Name of its contract.</summary>
    public required string Contract { get; init; }

    /// <summary>Name in the manifest.</summary>
    public required string Name { get; init; }

    /// <summary>Bayeux channel.</summary>
    public required string Channel { get; init; }

    /// <summary>One sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>Schema of the message's data.</summary>
    public required SchemaDocumentation Payload { get; init; }

    /// <summary>Members of the payload whose values tell it from others on the channel.</summary>
    public required IReadOnlyList<SelectorModel> Selectors { get; init; }

    /// <summary>The operations that cause it, in manifest order.</summary>
    public required IReadOnlyList<DocumentationLink> CausedBy { get; init; }

    /// <summary>Where the manifest describes it.</summary>
    public required SourceNode Source { get; init; }
}
