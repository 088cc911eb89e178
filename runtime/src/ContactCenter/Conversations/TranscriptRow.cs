namespace ContactCenter.Conversations;

/// <summary>One row of <c>transcript</c>.</summary>
internal sealed class TranscriptRow
{
    public required string InteractionId { get; init; }
    public long Idx { get; init; }
    public required string Type { get; init; }
    public string? Text { get; init; }
    public required string Visibility { get; init; }
    public required string ParticipantType { get; init; }
    public required string ParticipantId { get; init; }
    public required string ParticipantNickname { get; init; }
    public required string ParticipantVisibility { get; init; }
    public string? AgentId { get; init; }
    public long At { get; init; }
}
