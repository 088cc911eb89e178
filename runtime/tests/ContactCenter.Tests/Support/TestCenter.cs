using ContactCenter.Accounts;
using ContactCenter.Conversations;
using ContactCenter.Gateway;
using ContactCenter.Handlers;
using ContactCenter.Hosting;
using ContactCenter.Interactions;
using ContactCenter.Notifications;
using ContactCenter.Routing;
using ContactCenter.Sessions;
using ContactCenter.Snapshots;
using ContactCenter.Store;
using ContactCenter.Supervision;
using ContactCenter.Views;
using ContactCenter.Workbins;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Parley;

namespace ContactCenter.Tests.Support;

/// <summary>The services of a contact center on a store of its own, with a clock that stands still; routing runs when a test says so.</summary>
internal sealed class TestCenter : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public TestCenter(Action<RoutingOptions>? routing = null)
    {
        Temporary = new TemporaryStore(Clock);
        var options = new RoutingOptions();
        routing?.Invoke(options);
        _services = new ServiceCollection()
            .AddSingleton<IContactCenterStore>(Temporary.Store)
            .AddSingleton<IInteractionMessages>(Messages)
            .AddSingleton(Options.Create(options))
            .AddSingleton<TimeProvider>(Clock)
            .AddLogging()
            .AddSingleton(Options.Create(new SnapshotOptions()))
            .AddSingleton(Options.Create(new ContactCenterOptions()))
            .AddDesk()
            .AddSingleton<SnapshotLocks>()
            .AddSingleton<SnapshotService>()
            .AddSingleton<Retention>()
            // The address is configured, so no server is asked for it.
            .AddSingleton(new Uris(new PublicUri(Options.Create(new ContactCenterOptions { PublicUri = "http://test" }), null!)))
            .AddSingleton<InteractionViews>()
            .AddSingleton<InteractionLists>()
            .BuildServiceProvider();
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public FixedTimeProvider Clock { get; } = new(new DateTimeOffset(2025, 1, 1, 8, 0, 0, TimeSpan.Zero));

    public TemporaryStore Temporary { get; }

    public RecordedMessages Messages { get; } = new();

    public GatewayService Gateway => Get<GatewayService>();

    public AcceptService Accepting => Get<AcceptService>();

    public CompletionService Completion => Get<CompletionService>();

    public TransferService Transfers => Get<TransferService>();

    public ConferenceService Conferences => Get<ConferenceService>();

    public ConversationService Conversations => Get<ConversationService>();

    public WorkbinService Workbins => Get<WorkbinService>();

    public SupervisionService Supervision => Get<SupervisionService>();

    public InteractionLists Lists => Get<InteractionLists>();

    public SessionService Sessions => Get<SessionService>();

    public PropertyService Properties => Get<PropertyService>();

    public SnapshotService Snapshots => Get<SnapshotService>();

    public Departures Departures => Get<Departures>();

    public Retention Retention => Get<Retention>();

    /// <summary>A caller of an operation that is allowed in the given states; in any when none is given.</summary>
    public static Caller By(string agentId, params string[] from) => new(agentId, Operation(from));

    public static OperationDescriptor Operation(params string[] from) => new()
    {
        Index = 0,
        Name = "Op",
        Method = "POST",
        Template = "/",
        From = from,
        Envelope = new EnvelopeDescriptor
        {
            Name = "none",
            Failures = new Dictionary<FailureKind, FailureDescriptor>(),
            WriteFailure = static (_, _, _, _) => { },
            ReadFailure = static _ => default,
        },
    };

    /// <summary>Adds agents who have started to work on all channels, one second after the other.</summary>
    public async Task AddReadyAgentsAsync(params string[] ids)
    {
        foreach (var id in ids)
        {
            await AddAccountAsync(id, "[\"Agent\"]");
            Clock.Now += TimeSpan.FromSeconds(1);
            Assert.Null(await Sessions.StartAsync(id, ["chat", "email", "smssession"], Cancel));
        }
    }

    public Task AddAccountAsync(string id, string permissions) => Temporary.ExecuteAsync(
        "INSERT INTO agents (id, user_name, nickname, permissions, features, created_at) VALUES (@id, @id, @id, @permissions, '[]', 0)",
        new { id, permissions });

    public Task AddSkillAsync(string id, string skill) =>
        Temporary.ExecuteAsync("INSERT INTO agent_skills (agent_id, skill, level) VALUES (@id, @skill, 1)", new { id, skill });

    /// <summary>A customer's interaction arrives and is offered.</summary>
    public async Task<string> ArriveAsync(string channel, string? skill = null)
    {
        await Temporary.ExecuteAsync("INSERT INTO queues (name) VALUES ('default'), ('billing') ON CONFLICT DO NOTHING");
        await Temporary.ExecuteAsync("INSERT INTO workbins (id, agent_id) VALUES ('drafts', '') ON CONFLICT DO NOTHING");
        var (id, failure) = await Gateway.OpenAsync(
            new Arrival { Channel = channel, Nickname = "Maria", Text = "Hello", Skill = skill, UserData = "{}" }, Cancel);
        Assert.Null(failure);
        await RouteAsync();
        return id;
    }

    public async Task<long?> RouteAsync() => await Get<RoutingPass>().RunAsync(Cancel);

    public async Task<string?> StateAsync(string id, string agent) =>
        await Temporary.ScalarAsync<string>($"SELECT state FROM participations WHERE interaction_id = '{id}' AND agent_id = '{agent}'");

    public async Task<string?> OwnerAsync(string id) => await Temporary.ScalarAsync<string>($"SELECT owner_id FROM interactions WHERE id = '{id}'");

    public async Task<string?> WholeStateAsync(string id) => await Temporary.ScalarAsync<string>($"SELECT state FROM interactions WHERE id = '{id}'");

    /// <summary>The agent's history as <c>State/Description</c>, after its invariants were checked.</summary>
    public async Task<string[]> HistoryAsync(string agent)
    {
        await using var session = await Temporary.Store.ReadAsync(Cancel);
        var rows = await session.QueryAsync<HistoryRow>("SELECT * FROM agent_state_history WHERE agent_id = @agent ORDER BY id", new { agent });
        for (var i = 0; i < rows.Count; i++)
            Assert.Equal(i + 1 < rows.Count ? rows[i + 1].StartAt : null, rows[i].EndAt);
        return [.. rows.Select(row => $"{row.State}/{row.Description}")];
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Temporary.DisposeAsync();
    }

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    private sealed class HistoryRow
    {
        public long StartAt { get; init; }
        public long? EndAt { get; init; }
        public required string State { get; init; }
        public required string Description { get; init; }
    }
}
