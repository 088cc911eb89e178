using ContactCenter.Contracts.Chat;
using ContactCenter.Contracts.Interactions;
using ContactCenter.Contracts.SmsSessions;
using Parley;

namespace ContactCenter.Interactions;

/// <summary>Who calls an operation, and what the contract says about the state it needs.</summary>
/// <param name="AgentId">The caller.</param>
/// <param name="Operation">The operation that was called; its <c>from</c> decides in which states of the caller's copy it is allowed.</param>
internal sealed record Caller(string AgentId, OperationDescriptor Operation)
{
    /// <summary>The caller of a served operation.</summary>
    public static Caller From(OperationContext context) => new(context.UserId, context.Operation);

    /// <summary>Whether the operation's contract answers for a channel. An operation of no contract answers for every channel.</summary>
    public bool Serves(string channel)
    {
        if (IsOf(SmsSessionsContract.Descriptor))
            return channel == Channels.Sms;
        if (IsOf(ChatContract.Descriptor))
            return channel == Channels.Chat;
        // Claims no channel: answers for what the others do not claim.
        return !IsOf(InteractionsContract.Descriptor) || channel is not (Channels.Sms or Channels.Chat);
    }

    private bool IsOf(ContractDescriptor contract) =>
        Operation.Index < contract.Operations.Count && ReferenceEquals(contract.Operations[Operation.Index], Operation);
}
