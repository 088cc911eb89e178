namespace ContactCenter.Interactions;

/// <summary>Media of interactions.</summary>
internal static class Channels
{
    public const string Chat = "chat";
    public const string Email = "email";
    public const string Sms = "smssession";
}

/// <summary>States of interactions and of the copies of them; which can follow which stands in the contracts.</summary>
internal static class States
{
    public const string Queued = "Queued";
    public const string Invited = "Invited";
    public const string InvitedConference = "InvitedConference";
    public const string Processing = "Processing";
    public const string Chatting = "Chatting";
    public const string LeftChat = "LeftChat";
    public const string LeftConference = "LeftConference";
    public const string InWorkbin = "InWorkbin";
    public const string JoinFailed = "JoinFailed";
    public const string Completed = "Completed";
    public const string Revoked = "Revoked";
    public const string WaitingForAgent = "WaitingForAgent";
}

/// <summary>Roles in an interaction.</summary>
internal static class Roles
{
    public const string Agent = "Agent";
    public const string Supervisor = "Supervisor";
}

/// <summary>Who sees a participant or a transcript entry, from the narrowest to the widest circle.</summary>
internal static class Visibilities
{
    public const string Supervisors = "Supervisors";
    public const string Agents = "Agents";
    public const string All = "All";
}

/// <summary>How a supervisor takes part.</summary>
internal static class Modes
{
    public const string Monitor = "Monitor";
    public const string Coach = "Coach";
    public const string BargeIn = "BargeIn";

    /// <summary>Who sees a supervisor in this mode: only a supervisor who barges in is seen by all.</summary>
    public static string Visibility(string? mode) => mode switch
    {
        Monitor => Visibilities.Supervisors,
        Coach => Visibilities.Agents,
        _ => Visibilities.All,
    };
}

/// <summary>Kinds of offers.</summary>
internal static class OfferKinds
{
    public const string Routed = "Routed";
    public const string Direct = "Direct";
    public const string Conference = "Conference";
}
