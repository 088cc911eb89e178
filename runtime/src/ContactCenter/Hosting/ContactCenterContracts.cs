using ContactCenter.AgentStates;
using ContactCenter.Contracts.AgentStates;
using ContactCenter.Contracts.Chat;
using ContactCenter.Contracts.Interactions;
using ContactCenter.Contracts.MediaGateway;
using ContactCenter.Contracts.Session;
using ContactCenter.Contracts.SmsSessions;
using ContactCenter.Contracts.Snapshots;
using ContactCenter.Handlers;
using ContactCenter.Notifications;
using ContactCenter.Snapshots;
using ContactCenter.Views;
using Parley.AspNetCore;
using Parley.Bayeux;

namespace ContactCenter.Hosting;

/// <summary>Registers the contracts, their handlers and the way to the agents.</summary>
internal static class ContactCenterContracts
{
    /// <summary>Adds them. The configuration sections <c>Parley</c> and <c>Bayeux</c> change their limits.</summary>
    public static void AddContracts(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<PublicUri>();
        services.AddSingleton<Uris>();
        services.AddSingleton<InteractionViews>();
        services.AddSingleton<InteractionLists>();
        services.AddSingleton<IInteractionMessages, InteractionMessages>();
        services.AddSingleton<IResourceChannelResolver, ChannelResolver>();
        services.AddOptions<ParleyOptions>().BindConfiguration("Parley");
        services.AddOptions<BayeuxOptions>().BindConfiguration("Bayeux");
        services.AddParley()
            .AddInteractions<InteractionsHandlers>()
            .AddChat<ChatHandlers>()
            .AddSmsSessions<SmsSessionsHandlers>()
            .AddSession<SessionHandlers>()
            .AddMediaGateway<MediaGatewayHandlers>()
            .AddSnapshots<SnapshotHandlers>()
            .AddAgentStates<AgentStateHandlers>();

        services.AddSingleton<IBayeuxEventLog, OutboxEventLog>();
        services.AddBayeux(static options => options.PrivateChannels.Add("/v2/me/**"));
        services.AddHostedService<BayeuxWaker>();
    }
}
