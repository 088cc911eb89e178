using System.Text.Json.Serialization;

namespace Parley.Benchmarks.Rivals;

/// <summary>The twelve operations the way System.Text.Json tells types apart. Nothing is validated.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "operationName")]
[JsonDerivedType(typeof(AcceptPoco), "Accept")]
[JsonDerivedType(typeof(RejectPoco), "Reject")]
[JsonDerivedType(typeof(InviteUserPoco), "InviteUser")]
[JsonDerivedType(typeof(EndChatSessionPoco), "EndChatSession")]
[JsonDerivedType(typeof(SendMessagePoco), "SendMessage")]
[JsonDerivedType(typeof(SendStartTypingNotificationPoco), "SendStartTypingNotification")]
[JsonDerivedType(typeof(SendStopTypingNotificationPoco), "SendStopTypingNotification")]
[JsonDerivedType(typeof(RequestChatHistoryPoco), "RequestChatHistory")]
[JsonDerivedType(typeof(LeaveConferencePoco), "LeaveConference")]
[JsonDerivedType(typeof(PlaceInQueuePoco), "PlaceInQueue")]
[JsonDerivedType(typeof(PlaceInWorkbinPoco), "PlaceInWorkbin")]
[JsonDerivedType(typeof(TransferPoco), "Transfer")]
internal abstract class OperationPoco;

/// <summary>The same request read on its own, as <c>AcceptRequest.TryRead</c> does.</summary>
internal sealed class SingleAcceptPoco
{
    public string? OperationName { get; set; }

    public string? Nickname { get; set; }
}

internal sealed class AcceptPoco : OperationPoco
{
    public string? Nickname { get; set; }
}

internal sealed class RejectPoco : OperationPoco;

internal sealed class InviteUserPoco : OperationPoco
{
    public string? AgentId { get; set; }
}

internal sealed class EndChatSessionPoco : OperationPoco;

internal sealed class SendMessagePoco : OperationPoco
{
    public string? Text { get; set; }
}

internal sealed class SendStartTypingNotificationPoco : OperationPoco;

internal sealed class SendStopTypingNotificationPoco : OperationPoco;

internal sealed class RequestChatHistoryPoco : OperationPoco
{
    public long? EventId { get; set; }
}

internal sealed class LeaveConferencePoco : OperationPoco;

internal sealed class PlaceInQueuePoco : OperationPoco
{
    public string? Queue { get; set; }
}

internal sealed class PlaceInWorkbinPoco : OperationPoco
{
    public string? Workbin { get; set; }
}

internal sealed class TransferPoco : OperationPoco
{
    public string? TargetId { get; set; }
}
