using ContactCenter.Agents;
using ContactCenter.Store;
using Parley;

namespace ContactCenter.Interactions;

/// <summary>Whom an agent may transfer to or invite.</summary>
internal static class Colleague
{
    /// <summary>Checks another agent.</summary>
    /// <param name="session">Where to read.</param>
    /// <param name="found">The interaction.</param>
    /// <param name="caller">The caller.</param>
    /// <param name="agentId">The other agent.</param>
    /// <param name="pointer">Place of the agent in the request, for the message.</param>
    /// <returns>Null when the agent can be offered the interaction.</returns>
    public static async ValueTask<OperationFailure?> CheckAsync(IReadSession session, Case found, Caller caller, string agentId, string pointer)
    {
        if (agentId == caller.AgentId)
            return OperationFailure.InvalidMember($"Agent \"{agentId}\" is the caller ({pointer}).");
        if (await session.FindAgentAsync(agentId) is not { } agent || !agent.Permissions.Contains("\"Agent\"", StringComparison.Ordinal))
            return OperationFailure.InvalidMember($"There is no agent \"{agentId}\" ({pointer}).");
        if (found.Of(agentId) is { } part)
        {
            if (part.Holds)
                return OperationFailure.InvalidMember($"Agent \"{agentId}\" already works on the interaction ({pointer}).");
            if (part is { IsSupervisor: false, IsInvited: true })
                return OperationFailure.InvalidMember($"Agent \"{agentId}\" is already invited ({pointer}).");
        }

        return await session.WorksOnAsync(agentId, found.Interaction.Channel)
            ? null
            : OperationFailure.InvalidMember($"Agent \"{agentId}\" has no contact center session for {found.Interaction.Channel} ({pointer}).");
    }
}
