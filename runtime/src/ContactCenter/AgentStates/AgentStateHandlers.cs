using ContactCenter.Contracts.AgentStates;
using Parley;

namespace ContactCenter.AgentStates;

/// <summary>The operation of the agent states API: between the contract's messages and <see cref="AgentStateHistory"/>.</summary>
internal sealed class AgentStateHandlers(AgentStateHistory history) : IAgentStatesOperations
{
    /// <inheritdoc/>
    public async ValueTask<Outcome<AgentStatesPage>> GetAgentStatesAsync(
        GetAgentStatesQuery query, OperationContext context, CancellationToken cancellationToken)
    {
        var outcome = await history.QueryAsync(
            new AgentStateQuery
            {
                Start = query.Start,
                End = query.End,
                Include = query.Include switch
                {
                    GetAgentStatesQueryInclude.StartedOrEnded => AgentStateSelection.StartedOrEnded,
                    GetAgentStatesQueryInclude.Processed => AgentStateSelection.Processed,
                    _ => AgentStateSelection.Started,
                },
                AgentId = query.AgentId,
                Page = query.Page ?? 1,
                Limit = query.Limit ?? 25,
            },
            cancellationToken);
        if (!outcome.Succeeded)
            return outcome.Failure;

        var page = outcome.Value;
        return new AgentStatesPage
        {
            Meta = new PageMeta { Page = page.Page, Count = page.Items.Count, PageCount = page.PageCount, TotalCount = page.TotalCount },
            Items = page.Items.Select(Render).ToValueList(),
            UpTo = UtcText.Write(page.UpTo),
        };
    }

    private static AgentStateItem Render(AgentStateSpan span) => new()
    {
        AgentId = span.AgentId,
        Start = UtcText.Write(span.StartAt),
        Duration = span.Duration,
        State = Enum.Parse<AgentState>(span.State),
        Description = span.Description,
    };
}
