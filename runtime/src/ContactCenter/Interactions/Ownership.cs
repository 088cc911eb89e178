using Parley;

namespace ContactCenter.Interactions;

/// <summary>The rule that ownership moves only when one agent alone holds the interaction: in a conference the others would be left behind.</summary>
internal static class Ownership
{
    /// <summary>Refuses when somebody else holds the interaction too.</summary>
    public static OperationFailure? CheckAlone(Case found, ParticipationRow part) =>
        found.Holders.Any(other => other.AgentId != part.AgentId)
            ? OperationFailure.WrongState("Other agents work on the interaction; leave the conference, or wait until they have left it.")
            : null;
}
