using ContactCenter.Contracts.Chat;
using ContactCenter.Contracts.Interactions;
using ContactCenter.Contracts.SmsSessions;
using ContactCenter.Interactions;
using Parley;

namespace ContactCenter.Views;

/// <summary>What the owner of a copy may do now: what the contract allows in the state, without what the situation rules out.</summary>
internal static class Capabilities
{
    /// <summary>Of a copy, by the contract of the interaction's channel.</summary>
    public static ValueList<string> Of(Case found, ParticipationRow part)
    {
        var allowed = found.Interaction.Channel switch
        {
            Channels.Chat => ChatLifecycle.Capabilities(part.State),
            Channels.Sms => SmsSessionsLifecycle.Capabilities(part.State),
            _ => InteractionsLifecycle.Capabilities(part.State),
        };
        return allowed.Where(capability => Applies(capability, found, part)).ToValueList();
    }

    private static bool Applies(string capability, Case found, ParticipationRow part) => capability switch
    {
        "LeaveConference" => found.InConference,
        "PlaceInQueue" or "PlaceInWorkbin" or "Transfer" or "SingleStepTransfer" => !found.Holders.Any(other => other.AgentId != part.AgentId),
        "SwitchToMonitor" => part.IsSupervisor && part.SupervisorMode != Modes.Monitor,
        "SwitchToCoach" => part.IsSupervisor && part.SupervisorMode != Modes.Coach,
        "SwitchBargeIn" => part.IsSupervisor && part.SupervisorMode != Modes.BargeIn,
        "SendMessage" => part is not { IsSupervisor: true, SupervisorMode: Modes.Monitor } && found.Interaction.SessionOpen,
        "Complete" => !part.IsSupervisor,
        _ => true,
    };
}
