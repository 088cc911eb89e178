using ContactCenter.Conversations;
using ContactCenter.Interactions;

namespace ContactCenter.Gateway;

/// <summary>A session as its customer sees it.</summary>
/// <param name="Case">The interaction.</param>
/// <param name="State">WaitingForAgent, Chatting or Completed.</param>
/// <param name="Messages">Entries that the customer may see.</param>
/// <param name="NextIndex">Where the next page begins: after the last entry of this one, or when nothing follows it, one more than the last index so far.</param>
internal sealed record CustomerView(Case Case, string State, IReadOnlyList<TranscriptRow> Messages, long NextIndex);
