namespace ContactCenter.Interactions;

/// <summary>One row of <c>interactions</c>; the columns are described in <c>Store/Sql/0001.sql</c>.</summary>
internal sealed class InteractionRow
{
    public required string Id { get; init; }
    public required string Channel { get; init; }
    public required string State { get; set; }
    public string? OwnerId { get; set; }
    public long Version { get; set; }
    public required string Queue { get; set; }
    public string? Skill { get; set; }
    public string? TargetAgentId { get; set; }
    public long QueuedAt { get; set; }
    public long ReceivedAt { get; init; }
    public long? CompletedAt { get; set; }
    public required string InteractionType { get; init; }
    public required string InteractionSubType { get; init; }
    public required string UserData { get; set; }
    public required string CustomerNickname { get; init; }
    public string? CustomerAddress { get; init; }
    public string? Subject { get; set; }
    public string? Body { get; init; }
    public long? SessionEndedAt { get; set; }
    public long LastIndex { get; set; }
    public long LastParticipant { get; set; }
    public string? Workbin { get; set; }
    public string? WorkbinAgentId { get; set; }

    /// <summary>Whether customer and agents write to each other in it: chat and SMS.</summary>
    public bool IsConversation => Channel is Channels.Chat or Channels.Sms;

    /// <summary>The state of an agent who works on it.</summary>
    public string WorkingState => IsConversation ? States.Chatting : States.Processing;

    /// <summary>What the customer may still do in it.</summary>
    public bool SessionOpen => SessionEndedAt is null && State != States.Completed;
}
