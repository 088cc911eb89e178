using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Accounts;
using ContactCenter.Interactions;
using ContactCenter.Provider.Bayeux;
using Parley.ContractTesting;
using static ContactCenter.ContractTests.ProviderStates;

namespace ContactCenter.Provider.States;

/// <summary>Every provider state that the pacts may name, as <see cref="ProviderStates"/> describes it.</summary>
internal static class ContactCenterStates
{
    private const string InteractionsChannel = "/v2/me/interactions";

    public static ProviderVerification WithStatesOf(this ProviderVerification verification, Scene scene, RawBayeux bayeux)
    {
        People(verification, scene);
        Emails(verification, scene);
        Chats(verification, scene);
        SmsSessions(verification, scene);
        Snapshots(verification, scene);
        Notifications(verification, scene, bayeux);
        return verification.BeforeEach(scene.ClearAsync);
    }

    private static void People(ProviderVerification verification, Scene scene)
    {
        Add(CallerHasNoPermission, (_, cancel) => scene.PermitAsync([], cancel));
        Add(CallerIsSupervisor, (_, cancel) => scene.PermitAsync([Permission.Agent, Permission.Supervisor], cancel));
        Add(ColleagueWorks, (state, cancel) => scene.StartWorkAsync(state[AgentId], cancel));
        Add(QueueExists, (state, cancel) => scene.AddQueueAsync(state[Queue], cancel));
        Add(WorkbinExists, (state, cancel) => scene.AddWorkbinAsync(state[Workbin], cancel));
        Add(ColleagueHasSkill, async (state, cancel) =>
        {
            await scene.StartWorkAsync(state[AgentId], cancel);
            await scene.AddSkillAsync(state[AgentId], state[Skill], cancel);
        });
        Add(AgentStatesRecorded, async (state, cancel) =>
        {
            await scene.PermitAsync([Permission.Agent, Permission.Supervisor], cancel);
            var start = DateTimeOffset.Parse(state[Start], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            await scene.RecordStatesAsync(state[AgentId], cancel, (start, "Busy", "Semi-Live"), (start.AddSeconds(184), "ExtendedAway", "Lunch"));
        });

        void Add(string name, Func<StateParameters, CancellationToken, Task> setUp) => verification.WithState(name, setUp);
    }

    private static void Emails(ProviderVerification verification, Scene scene)
    {
        Offered(verification, scene, Channels.Email, EmailInvited, EmailInvitedConference, EmailProcessing, EmailInConference, EmailRevoked, EmailOfColleague);
        verification.WithState(EmailQueued, (state, cancel) => scene.ArriveAsync(Channels.Email, state[Id], cancel));
        verification.WithState(EmailInWorkbin, async (state, cancel) =>
        {
            await scene.AddWorkbinAsync(state[Workbin], cancel);
            await scene.ArriveAsync(Channels.Email, state[Id], cancel, ContractTests.People.Caller);
            await scene.AcceptAsync(Channels.Email, state[Id], ContractTests.People.Caller, cancel);
            await scene.PlaceInWorkbinAsync(state[Id], ContractTests.People.Caller, state[Workbin], cancel);
        });
    }

    private static void Chats(ProviderVerification verification, Scene scene)
    {
        Offered(verification, scene, Channels.Chat, ChatInvited, ChatInvitedConference, ChatChatting, ChatInConference, ChatRevoked, ChatOfColleague);
        verification.WithState(ChatLeft, async (state, cancel) =>
        {
            await scene.ArriveAsync(Channels.Chat, state[Id], cancel, ContractTests.People.Caller);
            await scene.AcceptAsync(Channels.Chat, state[Id], ContractTests.People.Caller, cancel);
            await scene.CustomerLeavesAsync(state[Id], cancel);
        });
    }

    private static void Offered(
        ProviderVerification verification, Scene scene, string channel, string invited, string invitedConference, string working, string inConference, string revoked, string ofColleague)
    {
        verification.WithState(invited, (state, cancel) => scene.ArriveAsync(channel, state[Id], cancel, ContractTests.People.Caller));
        verification.WithState(working, async (state, cancel) =>
        {
            await scene.ArriveAsync(channel, state[Id], cancel, ContractTests.People.Caller);
            await scene.AcceptAsync(channel, state[Id], ContractTests.People.Caller, cancel);
        });
        verification.WithState(invitedConference, async (state, cancel) =>
        {
            await scene.StartWorkAsync(state[AgentId], cancel);
            await scene.ArriveAsync(channel, state[Id], cancel, state[AgentId]);
            await scene.AcceptAsync(channel, state[Id], state[AgentId], cancel);
            await scene.InviteAsync(channel, state[Id], state[AgentId], ContractTests.People.Caller, cancel);
        });
        verification.WithState(inConference, async (state, cancel) =>
        {
            await scene.StartWorkAsync(state[AgentId], cancel);
            await scene.ArriveAsync(channel, state[Id], cancel, ContractTests.People.Caller);
            await scene.AcceptAsync(channel, state[Id], ContractTests.People.Caller, cancel);
            await scene.InviteAsync(channel, state[Id], ContractTests.People.Caller, state[AgentId], cancel);
            await scene.AcceptAsync(channel, state[Id], state[AgentId], cancel);
        });
        verification.WithState(revoked, (state, cancel) => RevokeAsync(scene, channel, state, cancel));
        verification.WithState(ofColleague, (state, cancel) => OfColleagueAsync(scene, channel, state, cancel));
    }

    private static void SmsSessions(ProviderVerification verification, Scene scene)
    {
        verification.WithState(SmsInvited, (state, cancel) => scene.ArriveAsync(Channels.Sms, state[Id], cancel, ContractTests.People.Caller));
        verification.WithState(SmsChatting, async (state, cancel) =>
        {
            await scene.ArriveAsync(Channels.Sms, state[Id], cancel, ContractTests.People.Caller);
            await scene.AcceptAsync(Channels.Sms, state[Id], ContractTests.People.Caller, cancel);
        });
        verification.WithState(SmsRevoked, (state, cancel) => RevokeAsync(scene, Channels.Sms, state, cancel));
        verification.WithState(SmsOfColleague, (state, cancel) => OfColleagueAsync(scene, Channels.Sms, state, cancel));
        verification.WithState(SmsSupervised, async (state, cancel) =>
        {
            await scene.MonitorAsync(state[AgentId], state[Mode], cancel);
            await OfColleagueAsync(scene, Channels.Sms, state, cancel);
            await scene.AcceptAsync(Channels.Sms, state[Id], ContractTests.People.Caller, cancel);
        });
        verification.WithState(AgentMonitored, async (state, cancel) =>
        {
            await scene.StartWorkAsync(state[AgentId], cancel);
            await scene.MonitorAsync(state[AgentId], Modes.Monitor, cancel);
        });
    }

    private static void Snapshots(ProviderVerification verification, Scene scene)
    {
        verification.WithState(SnapshotTaken, TakeAsync);
        verification.WithState(SnapshotLocked, async (state, cancel) =>
        {
            await TakeAsync(state, cancel);
            await scene.LockAsync(Number(state), state[Id], cancel);
        });

        async Task TakeAsync(StateParameters state, CancellationToken cancel)
        {
            await scene.ArriveAsync(Channels.Email, state[Id], cancel);
            await scene.TakeSnapshotAsync(Number(state), cancel);
        }

        static long Number(StateParameters state) => long.Parse(state[SnapshotId], CultureInfo.InvariantCulture);
    }

    private static void Notifications(ProviderVerification verification, Scene scene, RawBayeux bayeux)
    {
        verification.WithState(BayeuxSession, async (_, cancel) => new JsonObject { ["clientId"] = await bayeux.HandshakeAsync(cancel) });
        verification.WithState(BayeuxNotificationWaits, async (state, cancel) =>
        {
            var client = await bayeux.HandshakeAsync(cancel);
            await bayeux.SubscribeAsync(client, InteractionsChannel, cancel);
            await scene.ArriveAsync(Channels.Chat, state[Id], cancel, ContractTests.People.Caller);
            await bayeux.AwaitEventAsync(client, InteractionsChannel, cancel);
            return new JsonObject { ["clientId"] = client };
        });
    }

    private static async Task RevokeAsync(Scene scene, string channel, StateParameters state, CancellationToken cancel)
    {
        await scene.StartWorkAsync(state[AgentId], cancel);
        await scene.ArriveAsync(channel, state[Id], cancel, ContractTests.People.Caller, state[AgentId]);
        await scene.AcceptAsync(channel, state[Id], state[AgentId], cancel);
    }

    private static async Task OfColleagueAsync(Scene scene, string channel, StateParameters state, CancellationToken cancel)
    {
        await scene.StartWorkAsync(state[AgentId], cancel);
        await scene.ArriveAsync(channel, state[Id], cancel, state[AgentId]);
        await scene.AcceptAsync(channel, state[Id], state[AgentId], cancel);
    }
}
