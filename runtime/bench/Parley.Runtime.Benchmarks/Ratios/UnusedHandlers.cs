using Parley.Benchmarks.Chat;

namespace Parley.Benchmarks.Ratios;

/// <summary>A dispatcher wants handlers; reading bodies calls none of them.</summary>
internal sealed class UnusedHandlers : IChatOperations
{
    public ValueTask<Outcome<Done>> AcceptAsync(string id, AcceptRequest request, OperationContext context, CancellationToken cancellationToken) => throw Unused();

    public ValueTask<Outcome<Done>> RejectAsync(string id, RejectRequest request, OperationContext context, CancellationToken cancellationToken) => throw Unused();

    public ValueTask<Outcome<Done>> InviteUserAsync(string id, InviteUserRequest request, OperationContext context, CancellationToken cancellationToken) => throw Unused();

    public ValueTask<Outcome<Done>> EndChatSessionAsync(string id, EndChatSessionRequest request, OperationContext context, CancellationToken cancellationToken) => throw Unused();

    public ValueTask<Outcome<Done>> SendMessageAsync(string id, SendMessageRequest request, OperationContext context, CancellationToken cancellationToken) => throw Unused();

    public ValueTask<Outcome<Done>> SendStartTypingNotificationAsync(string id, SendStartTypingNotificationRequest request, OperationContext context, CancellationToken cancellationToken) => throw Unused();

    public ValueTask<Outcome<Done>> SendStopTypingNotificationAsync(string id, SendStopTypingNotificationRequest request, OperationContext context, CancellationToken cancellationToken) => throw Unused();

    public ValueTask<Outcome<Done>> RequestChatHistoryAsync(string id, RequestChatHistoryRequest request, OperationContext context, CancellationToken cancellationToken) => throw Unused();

    public ValueTask<Outcome<Done>> LeaveConferenceAsync(string id, LeaveConferenceRequest request, OperationContext context, CancellationToken cancellationToken) => throw Unused();

    public ValueTask<Outcome<Done>> PlaceInQueueAsync(string id, PlaceInQueueRequest request, OperationContext context, CancellationToken cancellationToken) => throw Unused();

    public ValueTask<Outcome<Done>> PlaceInWorkbinAsync(string id, PlaceInWorkbinRequest request, OperationContext context, CancellationToken cancellationToken) => throw Unused();

    public ValueTask<Outcome<Done>> TransferAsync(string id, TransferRequest request, OperationContext context, CancellationToken cancellationToken) => throw Unused();

    private static NotSupportedException Unused() => new("The benchmarks read bodies and handle none.");
}
