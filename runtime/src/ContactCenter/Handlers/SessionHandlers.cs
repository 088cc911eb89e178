using System.Text.Json;
using ContactCenter.Agents;
using ContactCenter.Contracts.Common;
using ContactCenter.Contracts.Session;
using ContactCenter.Sessions;
using ContactCenter.Store;
using ContactCenter.Views;
using Parley;

namespace ContactCenter.Handlers;

/// <summary>The Session contract.</summary>
internal sealed class SessionHandlers(IContactCenterStore store, SessionService sessions, Uris uris) : ISessionOperations
{
    public async ValueTask<Outcome<GetMeSuccess>> GetMeAsync(OperationContext context, CancellationToken cancellationToken)
    {
        await using var session = await store.ReadAsync(cancellationToken);
        if (await session.FindAgentAsync(context.UserId) is not { } agent)
            return OperationFailure.NotFound($"There is no user {context.UserId}.");
        var key = new { id = agent.Id };
        var skills = await session.QueryAsync<SkillRow>("SELECT skill AS name, level FROM agent_skills WHERE agent_id = @id ORDER BY skill", key);
        var channels = await session.QueryAsync<string>("SELECT channel FROM contact_center_sessions WHERE agent_id = @id ORDER BY channel", key);
        var presence = await session.FirstOrDefaultAsync<PresenceRow>("SELECT state, description FROM presence WHERE agent_id = @id", key);
        return new GetMeSuccess
        {
            User = new User
            {
                Id = agent.Id,
                UserName = agent.UserName,
                Nickname = agent.Nickname,
                Permissions = Strings(agent.Permissions),
                Features = Strings(agent.Features),
                Skills = skills.Select(skill => new Skill { Name = skill.Name, Level = skill.Level }).ToValueList(),
                Presence = new Presence
                {
                    State = presence is null ? PresenceState.LoggedOut : Enum.Parse<PresenceState>(presence.State),
                    Description = presence?.Description ?? nameof(PresenceState.LoggedOut),
                },
                Channels = channels.ToValueList(),
                Uri = uris.Absolute(Uris.PathOfUser(agent.Id)),
                Path = Uris.PathOfUser(agent.Id),
            },
        };
    }

    public ValueTask<Outcome<StatusCodeSuccess>> StartContactCenterSessionAsync(
        StartContactCenterSessionRequest request, OperationContext context, CancellationToken cancellationToken) =>
        sessions.StartAsync(context.UserId, request.Channels, cancellationToken).AsStatusCode();

    public ValueTask<Outcome<StatusCodeSuccess>> EndContactCenterSessionAsync(
        EndContactCenterSessionRequest request, OperationContext context, CancellationToken cancellationToken) =>
        sessions.EndAsync(context.UserId, cancellationToken).AsStatusCode();

    private static ValueList<string> Strings(string json) => (JsonSerializer.Deserialize<string[]>(json) ?? []).ToValueList();

    private sealed class SkillRow
    {
        public required string Name { get; init; }
        public long Level { get; init; }
    }

    private sealed class PresenceRow
    {
        public required string State { get; init; }
        public required string Description { get; init; }
    }
}
