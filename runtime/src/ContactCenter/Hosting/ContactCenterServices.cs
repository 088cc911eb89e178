using ContactCenter.Accounts;
using ContactCenter.AgentStates;
using ContactCenter.Conversations;
using ContactCenter.Gateway;
using ContactCenter.Interactions;
using ContactCenter.Routing;
using ContactCenter.Sessions;
using ContactCenter.Snapshots;
using ContactCenter.Store;
using ContactCenter.Supervision;
using ContactCenter.Workbins;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ContactCenter.Hosting;

/// <summary>Registers what the contact center does, independent of how it is called.</summary>
internal static class ContactCenterServices
{
    /// <summary>Adds store, services and routing.</summary>
    public static void AddContactCenter(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        var section = builder.Configuration.GetSection(ContactCenterOptions.Section);
        services.AddOptions<ContactCenterOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<ContactCenterOptions>, ContactCenterOptionsValidator>();
        services.AddOptions<RoutingOptions>().Bind(section.GetSection("Routing")).ValidateDataAnnotations().ValidateOnStart();

        services.AddOptions<SnapshotOptions>().Bind(builder.Configuration.GetSection(SnapshotOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<SnapshotOptions>, SnapshotOptionsValidator>();

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IContactCenterStore>(static provider => new SqliteContactCenterStore(
            provider.GetRequiredService<IOptions<ContactCenterOptions>>().Value.DatabasePath,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SqliteContactCenterStore>>()));
        services.AddHostedService<Catalogue>();
        services.AddDesk();
        services.AddSingleton<SnapshotLocks>();
        services.AddSingleton<SnapshotService>();
        services.AddSingleton<Retention>();
        services.AddHostedService<RetentionWorker>();
        services.AddSingleton<AgentStateHistory>();
        services.AddHostedService<RoutingWorker>();
    }

    /// <summary>Adds the services that work on interactions; they need a store, <see cref="RoutingOptions"/> and <see cref="Notifications.IInteractionMessages"/>.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddSingleton<InteractionDesk>()
        .AddSingleton<Offers>()
        .AddSingleton<Closing>()
        .AddSingleton<AcceptService>()
        .AddSingleton<CompletionService>()
        .AddSingleton<TransferService>()
        .AddSingleton<ConferenceService>()
        .AddSingleton<PropertyService>()
        .AddSingleton<ConversationService>()
        .AddSingleton<MonitorInvitations>()
        .AddSingleton<SupervisionService>()
        .AddSingleton<WorkbinService>()
        .AddSingleton<SessionService>()
        .AddSingleton<Departures>()
        .AddSingleton<GatewayService>()
        .AddSingleton<RoutingPass>();
}
