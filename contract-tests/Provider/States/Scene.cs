using ContactCenter.Accounts;
using ContactCenter.Contracts.Chat;
using ContactCenter.Contracts.Interactions;
using ContactCenter.Contracts.MediaGateway;
using ContactCenter.Contracts.SmsSessions;
using ContactCenter.Conversations;
using ContactCenter.Gateway;
using ContactCenter.Interactions;
using ContactCenter.Provider.Host;
using ContactCenter.Sessions;
using ContactCenter.Snapshots;
using ContactCenter.Store;
using ContactCenter.Supervision;
using ContactCenter.Workbins;
using Microsoft.Extensions.DependencyInjection;
using Parley;

namespace ContactCenter.Provider.States;

/// <summary>Puts the contact center into a situation, through its store and its own services: what it then holds is what it would have come to by itself.</summary>
internal sealed class Scene(RunningContactCenter center)
{
    // Nobody has it: routing leaves the interaction where it is.
    private const string SkillOfNobody = "skill-of-nobody";

    // Children before parents.
    private static readonly string[] Tables =
    [
        "snapshot_locks", "snapshot_items", "snapshots", "monitors", "offers", "transcript", "participations", "interactions", "agent_state_history",
        "presence", "contact_center_sessions", "agent_skills", "notifications", "cursors",
    ];

    /// <summary>The interaction that has arrived last.</summary>
    public string InteractionId { get; private set; } = "";

    private IContactCenterStore Store => Get<IContactCenterStore>();

    /// <summary>Empties the contact center; then the caller, an agent, starts to work.</summary>
    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        await ExecuteAsync(string.Join(';', Tables.Select(table => $"DELETE FROM {table}")), new { }, cancellationToken);
        await PermitAsync([Permission.Agent], cancellationToken);
        await StartWorkAsync(People.Caller, cancellationToken);
    }

    /// <summary>Gives the caller these permissions in place of those before.</summary>
    public async Task PermitAsync(IReadOnlyList<string> permissions, CancellationToken cancellationToken)
    {
        center.Permissions.Current = permissions;
        await ExecuteAsync(
            "UPDATE agents SET permissions = @permissions WHERE id = @id",
            new { id = People.Caller, permissions = System.Text.Json.JsonSerializer.Serialize(permissions) },
            cancellationToken);
    }

    public async Task StartWorkAsync(string agentId, CancellationToken cancellationToken)
    {
        await using (var session = await Store.ReadAsync(cancellationToken))
        {
            if (await session.ScalarAsync<long>("SELECT COUNT(*) FROM agents WHERE id = @agentId", new { agentId }) == 0)
                throw new ArgumentException($"There is no agent {agentId}; the contact center has {People.Caller} and {People.Colleague}.", nameof(agentId));
        }

        Succeed(await Get<SessionService>().StartAsync(agentId, [Channels.Chat, Channels.Email, Channels.Sms], cancellationToken));
    }

    /// <summary>Drops the notifications that nobody has received yet.</summary>
    public Task ForgetNotificationsAsync(CancellationToken cancellationToken) => ExecuteAsync("DELETE FROM notifications", new { }, cancellationToken);

    public Task AddQueueAsync(string name, CancellationToken cancellationToken) =>
        ExecuteAsync("INSERT INTO queues (name) VALUES (@name) ON CONFLICT DO NOTHING", new { name }, cancellationToken);

    public Task AddWorkbinAsync(string id, CancellationToken cancellationToken) =>
        ExecuteAsync("INSERT INTO workbins (id, agent_id) VALUES (@id, '') ON CONFLICT DO NOTHING", new { id }, cancellationToken);

    public Task AddSkillAsync(string agentId, string skill, CancellationToken cancellationToken) =>
        ExecuteAsync("INSERT INTO agent_skills (agent_id, skill, level) VALUES (@agentId, @skill, 1) ON CONFLICT DO NOTHING", new { agentId, skill }, cancellationToken);

    /// <summary>A customer's interaction arrives and is offered to some agents, to none or to more than routing would.</summary>
    public async Task ArriveAsync(string channel, string id, CancellationToken cancellationToken, params string[] agents)
    {
        var arrival = new Arrival
        {
            Channel = channel,
            Nickname = "Maria",
            Address = channel switch { Channels.Email => "maria@example.com", Channels.Sms => "+4915112345678", _ => null },
            Subject = channel == Channels.Sms ? null : "Question about my invoice",
            Text = "My invoice is wrong.",
            Skill = agents.Length == 0 ? SkillOfNobody : null,
            UserData = """{"Subject":"Question about my invoice"}""",
        };
        Succeed(await Store.RunAsync(
            async work =>
            {
                var arrived = await Case.CreateAsync(work, arrival.ToRow(id, work.Now));
                if (arrived.Interaction.IsConversation)
                {
                    await Transcript.AddFromCustomerAsync(work, arrived, EntryTypes.ParticipantJoined);
                    await Transcript.AddFromCustomerAsync(work, arrived, EntryTypes.Text, arrival.Text);
                }

                foreach (var agent in agents)
                    await Get<Offers>().MakeAsync(work, arrived, agent, OfferKinds.Routed);
                await arrived.SaveAsync(work);
                return null;
            },
            cancellationToken));
        InteractionId = id;
    }

    /// <summary>An agent accepts what is offered, or a supervisor takes part.</summary>
    public async Task AcceptAsync(string channel, string id, string agentId, CancellationToken cancellationToken) =>
        Succeed(await Get<AcceptService>().AcceptAsync(id, By(agentId, channel, "Accept"), nickname: null, cancellationToken));

    public async Task InviteAsync(string channel, string id, string agentId, string invited, CancellationToken cancellationToken) =>
        Succeed(await Get<ConferenceService>().InviteAsync(id, By(agentId, channel, channel == Channels.Chat ? "InviteUser" : "StartConference"), invited, cancellationToken));

    public async Task PlaceInWorkbinAsync(string id, string agentId, string workbin, CancellationToken cancellationToken) =>
        Succeed(await Get<WorkbinService>().PlaceAsync(id, By(agentId, Channels.Email, "PlaceInWorkbin"), workbin, cancellationToken));

    public async Task CustomerLeavesAsync(string id, CancellationToken cancellationToken) =>
        Succeed(await Get<GatewayService>().LeaveAsync(Channels.Chat, id, Operation(MediaGatewayContract.Descriptor, "LeaveChat"), cancellationToken));

    public async Task MonitorAsync(string agentId, string mode, CancellationToken cancellationToken)
    {
        await PermitAsync([Permission.Agent, Permission.Supervisor], cancellationToken);
        Succeed(await Get<SupervisionService>().MonitorAsync(People.Caller, agentId, mode, "AllChats", nickname: null, cancellationToken));
    }

    /// <summary>The caller takes a snapshot, which gets the number.</summary>
    public async Task TakeSnapshotAsync(long number, CancellationToken cancellationToken)
    {
        // The next snapshot has the number after the highest ever given.
        if (number > 1)
        {
            await ExecuteAsync(
                "INSERT INTO snapshots (id, owner_id, taken_at, last_used_at, item_count, released_at) VALUES (@before, @owner, 0, 0, 0, 0)",
                new { before = number - 1, owner = People.Caller },
                cancellationToken);
        }

        var taken = await Get<SnapshotService>().TakeAsync(People.Caller, new SnapshotQuery { Lock = false }, cancellationToken);
        Succeed(taken.Failure);
    }

    public async Task LockAsync(long snapshot, string id, CancellationToken cancellationToken) =>
        Succeed(await Get<SnapshotService>().LockAsync(People.Caller, snapshot, id, "A reason", cancellationToken));

    /// <summary>An agent's history is these states, each until the next begins.</summary>
    public async Task RecordStatesAsync(string agentId, CancellationToken cancellationToken, params (DateTimeOffset Start, string State, string Description)[] states)
    {
        // Histories name agents whose accounts are gone, too.
        await ExecuteAsync(
            "INSERT INTO agents (id, user_name, nickname, permissions, features, created_at) VALUES (@agentId, @agentId, @agentId, '[]', '[]', 0) ON CONFLICT DO NOTHING",
            new { agentId },
            cancellationToken);
        await ExecuteAsync("DELETE FROM agent_state_history", new { }, cancellationToken);
        for (var i = 0; i < states.Length; i++)
        {
            await ExecuteAsync(
                "INSERT INTO agent_state_history (agent_id, start_at, end_at, state, description) VALUES (@agentId, @start, @end, @State, @Description)",
                new
                {
                    agentId,
                    start = states[i].Start.ToUnixTimeMilliseconds(),
                    end = i + 1 < states.Length ? states[i + 1].Start.ToUnixTimeMilliseconds() : (long?)null,
                    states[i].State,
                    states[i].Description,
                },
                cancellationToken);
        }
    }

    /// <summary>The caller of an operation: the contract decides whether it is allowed.</summary>
    public static Caller By(string agentId, string channel, string operation) => new(agentId, Operation(
        channel switch { Channels.Chat => ChatContract.Descriptor, Channels.Sms => SmsSessionsContract.Descriptor, _ => InteractionsContract.Descriptor }, operation));

    private static OperationDescriptor Operation(ContractDescriptor contract, string name) => contract.Operations.Single(operation => operation.Name == name);

    private async Task ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var work = await Store.BeginAsync(cancellationToken);
        await work.ExecuteAsync(sql, parameters);
        await work.CommitAsync(cancellationToken);
    }

    private T Get<T>()
        where T : notnull => center.Services.GetRequiredService<T>();

    private static void Succeed(OperationFailure? failure)
    {
        if (failure is not null)
            throw new InvalidOperationException($"The contact center refuses: {failure}");
    }
}
