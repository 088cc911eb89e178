namespace ContactCenter.ContractTests;

/// <summary>
/// The provider states that the pacts name: what must hold before an interaction or message. A consumer names them, the provider's test sets them up in an empty
/// contact center. An interaction may name several; they add up, in the order named. All parameters are text.
/// <para>
/// Unless a state says otherwise the caller (<see cref="People.Caller"/>) has the permission Agent and the feature api-multimedia and works: a contact center
/// session for e-mail, chat and SMS sessions, presence Ready.
/// </para>
/// </summary>
internal static class ProviderStates
{
    /// <summary>Parameter: identifier of an interaction, chat or SMS session.</summary>
    public const string Id = "id";

    /// <summary>Parameter: identifier of another agent than the caller.</summary>
    public const string AgentId = "agentId";

    /// <summary>Parameter: name of a queue.</summary>
    public const string Queue = "queue";

    /// <summary>Parameter: name of a workbin.</summary>
    public const string Workbin = "workbin";

    /// <summary>Parameter: name of a skill.</summary>
    public const string Skill = "skill";

    /// <summary>Parameter: number of a snapshot.</summary>
    public const string SnapshotId = "snapshotId";

    /// <summary>Parameter: <c>Monitor</c>, <c>Coach</c> or <c>BargeIn</c>.</summary>
    public const string Mode = "mode";

    /// <summary>Parameter: a UTC time as the agent states write it.</summary>
    public const string Start = "start";

    // Who calls.

    /// <summary>The caller has no permission at all, but is signed in and works.</summary>
    public const string CallerHasNoPermission = "the caller has no permission";

    /// <summary>The caller has the permission Supervisor beside Agent.</summary>
    public const string CallerIsSupervisor = "the caller is a supervisor";

    /// <summary>Another agent works like the caller. <see cref="AgentId"/>.</summary>
    public const string ColleagueWorks = "a colleague works";

    // What there is to name.

    /// <summary>A queue. <see cref="Queue"/>.</summary>
    public const string QueueExists = "a queue exists";

    /// <summary>A workbin that every agent has. <see cref="Workbin"/>.</summary>
    public const string WorkbinExists = "a workbin exists";

    /// <summary>An agent other than the caller works and has the skill. <see cref="AgentId"/>, <see cref="Skill"/>.</summary>
    public const string ColleagueHasSkill = "a colleague has a skill";

    // E-mails, with a subject, a sender, a text, attached data {"Subject":…} and the queue "default". States are those of the caller's copy. Id.

    /// <summary>An e-mail offered to the caller. <see cref="Id"/>.</summary>
    public const string EmailInvited = "an e-mail is Invited";

    /// <summary>An e-mail that another agent works on; the caller has no part in it. <see cref="Id"/>, <see cref="AgentId"/>.</summary>
    public const string EmailOfColleague = "an e-mail of a colleague is Processing";

    /// <summary>An e-mail that another agent works on and invites the caller to. <see cref="Id"/>, <see cref="AgentId"/>.</summary>
    public const string EmailInvitedConference = "an e-mail is InvitedConference";

    /// <summary>An e-mail that the caller works on alone. <see cref="Id"/>.</summary>
    public const string EmailProcessing = "an e-mail is Processing";

    /// <summary>An e-mail that the caller and another agent work on. <see cref="Id"/>, <see cref="AgentId"/>.</summary>
    public const string EmailInConference = "an e-mail is Processing in a conference";

    /// <summary>An e-mail in one of the caller's workbins. <see cref="Id"/>, <see cref="Workbin"/>.</summary>
    public const string EmailInWorkbin = "an e-mail is InWorkbin";

    /// <summary>An e-mail that was offered to the caller, but another agent was faster. <see cref="Id"/>, <see cref="AgentId"/>.</summary>
    public const string EmailRevoked = "an e-mail is Revoked";

    /// <summary>An e-mail that waits in its queue and is offered to nobody, with attached data. <see cref="Id"/>.</summary>
    public const string EmailQueued = "an e-mail is Queued";

    // Chats, with a customer who has written something, and attached data {"Subject":…}.

    /// <summary>A chat that another agent and the customer have; the caller has no part in it. <see cref="Id"/>, <see cref="AgentId"/>.</summary>
    public const string ChatOfColleague = "a chat of a colleague is Chatting";

    /// <summary>A chat offered to the caller. <see cref="Id"/>.</summary>
    public const string ChatInvited = "a chat is Invited";

    /// <summary>A chat that another agent has and invites the caller to. <see cref="Id"/>, <see cref="AgentId"/>.</summary>
    public const string ChatInvitedConference = "a chat is InvitedConference";

    /// <summary>A chat of the caller and the customer. <see cref="Id"/>.</summary>
    public const string ChatChatting = "a chat is Chatting";

    /// <summary>A chat of the caller, another agent and the customer. <see cref="Id"/>, <see cref="AgentId"/>.</summary>
    public const string ChatInConference = "a chat is Chatting in a conference";

    /// <summary>A chat that has ended and that the caller has not completed. <see cref="Id"/>.</summary>
    public const string ChatLeft = "a chat is LeftChat";

    /// <summary>A chat that was offered to the caller, but another agent was faster. <see cref="Id"/>, <see cref="AgentId"/>.</summary>
    public const string ChatRevoked = "a chat is Revoked";

    // SMS sessions, with a customer who has written something.

    /// <summary>A session offered to the caller. <see cref="Id"/>.</summary>
    public const string SmsInvited = "an SMS session is Invited";

    /// <summary>A session of the caller and the customer. <see cref="Id"/>.</summary>
    public const string SmsChatting = "an SMS session is Chatting";

    /// <summary>A session that was offered to the caller, but another agent was faster. <see cref="Id"/>, <see cref="AgentId"/>.</summary>
    public const string SmsRevoked = "an SMS session is Revoked";

    /// <summary>A session of another agent, whom the caller does not supervise. <see cref="Id"/>, <see cref="AgentId"/>.</summary>
    public const string SmsOfColleague = "an SMS session of a colleague is Chatting";

    /// <summary>A session of another agent in which the caller takes part as a supervisor. <see cref="Id"/>, <see cref="AgentId"/>, <see cref="Mode"/>.</summary>
    public const string SmsSupervised = "an SMS session is supervised by the caller";

    /// <summary>Another agent works, whom the caller monitors from now on, in mode Monitor. <see cref="AgentId"/>.</summary>
    public const string AgentMonitored = "the caller monitors an agent";

    // Snapshots of the caller.

    /// <summary>A snapshot of one queued e-mail, not locked. <see cref="SnapshotId"/>, <see cref="Id"/> of the e-mail.</summary>
    public const string SnapshotTaken = "a snapshot is Taken";

    /// <summary>A snapshot of one queued e-mail, locked in it. <see cref="SnapshotId"/>, <see cref="Id"/> of the e-mail.</summary>
    public const string SnapshotLocked = "an interaction is locked in a snapshot";

    // Agent states.

    /// <summary>
    /// The caller is a supervisor, and an agent has two recorded states, of which the first, Busy with the description Semi-Live, began at the time given and lasted
    /// 184 seconds, and the second, ExtendedAway with the description Lunch, goes on. <see cref="AgentId"/>, <see cref="Start"/>.
    /// </summary>
    public const string AgentStatesRecorded = "agent states are recorded";

    // Notifications. The provider's test answers the set-up with {"clientId": …}, which takes the place of the example in the request.

    /// <summary>A Bayeux session of the caller is open, without subscriptions.</summary>
    public const string BayeuxSession = "a notification session is open";

    /// <summary>A Bayeux session of the caller is subscribed to <c>/v2/me/interactions</c>, and the notification of a chat offered to the caller waits for it. <see cref="Id"/>.</summary>
    public const string BayeuxNotificationWaits = "a notification waits";
}
