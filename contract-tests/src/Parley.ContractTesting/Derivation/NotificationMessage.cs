using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Parley.ContractTesting;

/// <summary>One asynchronous message of a pact: a notification as it comes on its channel. Every method gives a changed copy.</summary>
public sealed record NotificationMessage
{
    private NotificationMessage()
    {
    }

    /// <summary>Its name in the pact: <c>Contract.Notification</c>.</summary>
    public string Description { get; private init; } = "";

    /// <summary>The notification.</summary>
    public NotificationDescriptor Notification { get; private init; } = null!;

    /// <summary>What must hold at the provider before.</summary>
    public ImmutableList<GivenState> States { get; private init; } = [];

    internal JsonNode? Data { get; private init; }

    internal static NotificationMessage Of(string contract, NotificationDescriptor notification, JsonNode? data) =>
        new() { Description = $"{contract}.{notification.Name}", Notification = notification, Data = data };

    /// <summary>Tells this message from another one of the same notification.</summary>
    public NotificationMessage Variant(string name) => this with { Description = $"{Description}: {name}" };

    /// <summary>Names what must hold at the provider before; several add up.</summary>
    public NotificationMessage Given(string state, params (string Name, string Value)[] parameters) => this with { States = States.Add(GivenState.Of(state, parameters)) };

    /// <summary>Overrides members of the payload.</summary>
    /// <param name="members">An object of the members: a plain value is compared exactly, a matcher as it says, null leaves the member out.</param>
    public NotificationMessage WithPayload(object members) => this with { Data = Override.Apply(Data, members) };

    /// <summary>Adds the message to a pact.</summary>
    /// <returns>What gives the example to the consumer's handler.</returns>
    public IConfiguredMessageVerifier AddTo(IMessagePactBuilderV4 pact)
    {
        ArgumentNullException.ThrowIfNull(pact);
        var message = pact.ExpectsToReceive(Description);
        foreach (var state in States)
        {
            // PactNet loses a state whose dictionary of parameters is empty.
            if (state.Parameters.Count == 0)
                message.Given(state.Name);
            else
                message.Given(state.Name, state.Parameters.ToDictionary());
        }

        return message.WithJsonContent(new JsonObject { ["channel"] = Notification.Channel, ["data"] = Data?.DeepClone() });
    }
}
