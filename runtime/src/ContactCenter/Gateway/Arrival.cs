using ContactCenter.Interactions;

namespace ContactCenter.Gateway;

/// <summary>What arrives from a customer.</summary>
internal sealed record Arrival
{
    /// <summary>Queue when the gateway names none.</summary>
    public const string DefaultQueue = "default";

    /// <summary>Its channel.</summary>
    public required string Channel { get; init; }

    /// <summary>Name of the customer.</summary>
    public required string Nickname { get; init; }

    /// <summary>Address or number of the customer, when the channel has one.</summary>
    public string? Address { get; init; }

    /// <summary>Subject.</summary>
    public string? Subject { get; init; }

    /// <summary>First message, or the text of the e-mail.</summary>
    public string? Text { get; init; }

    /// <summary>Queue to place it in.</summary>
    public string Queue { get; init; } = DefaultQueue;

    /// <summary>Skill that an agent needs.</summary>
    public string? Skill { get; init; }

    /// <summary>Attached data, a JSON object.</summary>
    public required string UserData { get; init; }

    /// <summary>The row of the new interaction.</summary>
    public InteractionRow ToRow(string id, long now) => new()
    {
        Id = id,
        Channel = Channel,
        State = States.Queued,
        Queue = Queue,
        Skill = Skill,
        QueuedAt = now,
        ReceivedAt = now,
        InteractionType = "Inbound",
        InteractionSubType = "InboundNew",
        UserData = UserData,
        CustomerNickname = Nickname,
        CustomerAddress = Address,
        Subject = Subject,
        Body = Channel == Channels.Email ? Text : null,
        LastParticipant = 1,
    };
}
