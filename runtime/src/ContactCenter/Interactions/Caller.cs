using Parley;

namespace ContactCenter.Interactions;

/// <summary>Who calls an operation, and what the contract says about the state it needs.</summary>
/// <param name="AgentId">The caller.</param>
/// <param name="Operation">The operation that was called; its <c>from</c> decides in which states of the caller's copy it is allowed.</param>
internal sealed record Caller(string AgentId, OperationDescriptor Operation)
{
    /// <summary>The caller of a served operation.</summary>
    public static Caller From(OperationContext context) => new(context.UserId, context.Operation);
}
