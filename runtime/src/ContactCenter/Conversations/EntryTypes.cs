namespace ContactCenter.Conversations;

/// <summary>Types of transcript entries.</summary>
internal static class EntryTypes
{
    public const string Text = "Text";
    public const string ParticipantJoined = "ParticipantJoined";
    public const string ParticipantRejoined = "ParticipantRejoined";
    public const string ParticipantLeft = "ParticipantLeft";
    public const string TypingStarted = "TypingStarted";
    public const string TypingStopped = "TypingStopped";
}
