using Parley.Benchmarks.Chat;

namespace Parley.Benchmarks.Ratios;

/// <summary>Bodies of the twelve operations, read the way a host does: the emitted dispatcher names the operation, then its request is read.</summary>
internal static class ChatBodies
{
    private static readonly ChatDispatcher Dispatcher = new(new UnusedHandlers());
    private static readonly ResourceMethodDescriptor Method = ChatContract.Descriptor.Resources[0].Methods[0];

    /// <summary>The operation's index in the contract, or -1 when the body names none.</summary>
    public static int IndexOf(byte[] utf8) =>
        Discriminator.Find(Dispatcher, Method, utf8, default, out var operation) is null ? operation!.Index : -1;

    public static bool Validate(int index, byte[] utf8) => index switch
    {
        0 => AcceptRequest.Validate(utf8),
        1 => RejectRequest.Validate(utf8),
        2 => InviteUserRequest.Validate(utf8),
        3 => EndChatSessionRequest.Validate(utf8),
        4 => SendMessageRequest.Validate(utf8),
        5 => SendStartTypingNotificationRequest.Validate(utf8),
        6 => SendStopTypingNotificationRequest.Validate(utf8),
        7 => RequestChatHistoryRequest.Validate(utf8),
        8 => LeaveConferenceRequest.Validate(utf8),
        9 => PlaceInQueueRequest.Validate(utf8),
        10 => PlaceInWorkbinRequest.Validate(utf8),
        11 => TransferRequest.Validate(utf8),
        _ => false,
    };

    public static bool TryRead(int index, byte[] utf8) => index switch
    {
        0 => AcceptRequest.TryRead(utf8, out _),
        1 => RejectRequest.TryRead(utf8, out _),
        2 => InviteUserRequest.TryRead(utf8, out _),
        3 => EndChatSessionRequest.TryRead(utf8, out _),
        4 => SendMessageRequest.TryRead(utf8, out _),
        5 => SendStartTypingNotificationRequest.TryRead(utf8, out _),
        6 => SendStopTypingNotificationRequest.TryRead(utf8, out _),
        7 => RequestChatHistoryRequest.TryRead(utf8, out _),
        8 => LeaveConferenceRequest.TryRead(utf8, out _),
        9 => PlaceInQueueRequest.TryRead(utf8, out _),
        10 => PlaceInWorkbinRequest.TryRead(utf8, out _),
        11 => TransferRequest.TryRead(utf8, out _),
        _ => false,
    };
}
