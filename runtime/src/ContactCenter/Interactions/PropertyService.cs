using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Notifications;
using Parley;

namespace ContactCenter.Interactions;

/// <summary>Attached data.</summary>
internal sealed class PropertyService(InteractionDesk desk, IInteractionMessages messages)
{
    // The property that a subject is attached as when the interaction arrives.
    private const string Subject = "Subject";

    // Not part of an HTML page: text that is not ASCII takes no more room than it must.
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Replaces the given properties and keeps the others; <c>Subject</c> is the interaction's subject too. Everybody who works on the interaction is told.</summary>
    /// <param name="id">The interaction.</param>
    /// <param name="caller">The caller, who must work on it.</param>
    /// <param name="changes">The properties as JSON, by name.</param>
    /// <param name="pointer">Place of the properties in the request, for the failure's message.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public ValueTask<OperationFailure?> UpdateAsync(
        string id, Caller caller, IReadOnlyCollection<KeyValuePair<string, string>> changes, string pointer, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            id,
            caller,
            (work, found, part) =>
            {
                if (!part.Holds)
                    return OperationFailure.WrongState($"{caller.Operation.Name} is not allowed in state {part.State}: the caller does not work on the interaction.");
                var data = JsonNode.Parse(found.Interaction.UserData)!.AsObject();
                foreach (var (name, json) in changes)
                    data[name] = JsonNode.Parse(json);
                var attached = data.ToJsonString(Relaxed);
                if (AttachedData.Check(data.Count, attached, pointer) is { } tooMuch)
                    return tooMuch;
                found.Interaction.UserData = attached;
                if (changes.Any(change => change.Key == Subject))
                    found.Interaction.Subject = data[Subject] is { } subject && subject.GetValueKind() == JsonValueKind.String ? subject.GetValue<string>() : null;
                foreach (var holder in found.Participations.Where(other => other.Holds || other.IsWorking))
                    messages.PropertiesUpdated(work, found, holder);
                return null;
            },
            cancellationToken);
}
