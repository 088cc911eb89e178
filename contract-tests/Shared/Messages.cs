namespace ContactCenter.ContractTests;

/// <summary>
/// What brings each message about that the pacts describe: a variant of a notification's description is one of these, and the provider's test does what it says
/// in the provider state, through the real operation. The description in the pact is <c>Contract.Notification: variant</c>.
/// </summary>
internal static class Messages
{
    /// <summary>The caller calls Accept.</summary>
    public const string AfterAccept = "after Accept";

    /// <summary>The caller calls Accept, and the participants change by that.</summary>
    public const string ParticipantsAfterAccept = "participants after Accept";

    /// <summary>The caller calls UpdateProperties (e-mail) or UpdateInteraction (chat) with <c>{"Subject":"Invoice 4471"}</c>.</summary>
    public const string AfterUpdate = "after an update of properties";

    /// <summary>The caller calls GetWorkbinContent for the workbin "drafts".</summary>
    public const string AfterGetWorkbinContent = "after GetWorkbinContent";

    /// <summary>A colleague in the conference calls EndConference (e-mail) or LeaveConference (chat).</summary>
    public const string AfterColleagueLeft = "after a colleague has left the conference";

    /// <summary>A colleague who works on the e-mail or chat invites the caller to a conference.</summary>
    public const string AfterInvitation = "after an invitation into a conference";

    /// <summary>The caller sends the text "Good morning, how can I help you?".</summary>
    public const string AfterSend = "after a message was sent";

    /// <summary>The caller, a supervisor in the session, calls SwitchToCoach.</summary>
    public const string AfterSwitchToCoach = "after SwitchToCoach";
}
