using System.Text.Json;
using ContactCenter.Contracts.Chat;
using ContactCenter.Contracts.Common;
using ContactCenter.Contracts.SmsSessions;
using ContactCenter.Conversations;
using ContactCenter.Interactions;
using Parley;

namespace ContactCenter.Views;

/// <summary>Interactions as the contracts show them.</summary>
internal sealed class InteractionViews(Uris uris, TimeProvider time)
{
    /// <summary>The flat message.</summary>
    /// <param name="found">The interaction.</param>
    /// <param name="part">The copy of whom it is shown to; null: the interaction as a whole.</param>
    /// <param name="content">Whether it shows what the customer wrote and the attached data.</param>
    public InteractionStateMessage Flat(Case found, ParticipationRow? part, bool content = true)
    {
        var row = found.Interaction;
        return new InteractionStateMessage
        {
            Id = row.Id,
            State = Enum.Parse<InteractionState>(part?.State ?? row.State),
            Channel = row.Channel,
            InteractionType = row.InteractionType,
            InteractionSubType = row.InteractionSubType,
            EmailObject = row.Channel == Channels.Email
                ? new EmailObject { Subject = row.Subject ?? "", InteractionId = row.Id, From = row.CustomerAddress, Text = content ? row.Body : null }
                : null,
            UserData = content ? UserData(row) : null,
            CurrentQueue = row.Queue,
            Workbin = part is { State: States.InWorkbin } ? row.Workbin : null,
            Capabilities = part is null ? [] : Capabilities.Of(found, part),
            Uri = uris.Shared(row.Id),
            ReceivedDate = Moment(row.ReceivedAt),
        };
    }

    /// <summary>A chat as the owner of a copy sees it.</summary>
    public ChatInteraction Chat(Case found, ParticipationRow part, bool participants) => new()
    {
        UserData = UserData(found.Interaction),
        ReceivedDate = Moment(found.Interaction.ReceivedAt),
        ChatType = found.Interaction.InteractionType,
        Participants = participants ? Participants(found, part) : [],
        Capabilities = Capabilities.Of(found, part),
        Uri = uris.Absolute(Uris.PathOf(found.Interaction)),
        State = Enum.Parse<ChatState>(part.State),
        Id = found.Interaction.Id,
        Path = Uris.PathOf(found.Interaction),
    };

    /// <summary>An SMS session as the owner of a copy sees it.</summary>
    public SmsSession Sms(Case found, ParticipationRow part, bool participants) => new()
    {
        UserData = UserData(found.Interaction),
        ReceivedDate = Moment(found.Interaction.ReceivedAt),
        ChatType = found.Interaction.InteractionType,
        Participants = participants ? Participants(found, part) : [],
        Capabilities = Capabilities.Of(found, part),
        Uri = uris.Absolute(Uris.PathOf(found.Interaction)),
        State = Enum.Parse<SmsSessionState>(part.State),
        SupervisorMode = part is { IsSupervisor: true, SupervisorMode: { } mode } ? Enum.Parse<SupervisorMode>(mode) : null,
        Id = found.Interaction.Id,
        Path = Uris.PathOf(found.Interaction),
    };

    /// <summary>A transcript entry.</summary>
    public TranscriptMessage Entry(TranscriptRow row) => new()
    {
        Index = row.Idx,
        Type = row.Type,
        From = Participant(row.ParticipantType, row.ParticipantId, row.ParticipantNickname, row.ParticipantVisibility, row.AgentId),
        Text = row.Text,
        Visibility = Enum.Parse<Visibility>(row.Visibility),
        Timestamp = Moment(row.At),
        TimestampSeconds = row.At,
    };

    /// <summary>Attached data.</summary>
    public static ValueMap<JsonValue> UserData(InteractionRow row)
    {
        using var document = JsonDocument.Parse(row.UserData);
        return document.RootElement.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, JsonValue.From(member.Value))).ToValueMap();
    }

    private string Moment(long milliseconds) => Moments.Write(milliseconds, time.LocalTimeZone);

    private ValueList<Participant> Participants(Case found, ParticipationRow viewer)
    {
        if (!viewer.Holds && !viewer.IsWorking)
            return [];
        List<Participant> participants = [];
        if (found.Interaction.SessionOpen)
            participants.Add(Participant("Customer", "1", found.Interaction.CustomerNickname, Visibilities.All, null));
        foreach (var part in found.Working)
        {
            var visibility = part.IsSupervisor ? Modes.Visibility(part.SupervisorMode) : Visibilities.All;
            if (visibility != Visibilities.Supervisors || viewer.IsSupervisor)
                participants.Add(Participant("Agent", part.ParticipantId ?? "", part.Nickname ?? "", visibility, part.AgentId));
        }

        return participants.ToValueList();
    }

    private Participant Participant(string type, string participantId, string nickname, string visibility, string? agentId) => new()
    {
        Type = Enum.Parse<ParticipantType>(type),
        Nickname = nickname,
        ParticipantId = participantId,
        Visibility = visibility == Visibilities.All ? null : Enum.Parse<Visibility>(visibility),
        Id = agentId,
        Uri = agentId is null ? null : uris.Absolute(Uris.PathOfUser(agentId)),
        Path = agentId is null ? null : Uris.PathOfUser(agentId),
    };
}
