using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley.Benchmarks.Rivals;

internal sealed class SmsPoco
{
    [JsonPropertyName("smssession")]
    public SmsSessionPoco<SmsUserDataPoco>? SmsSession { get; set; }

    public string? MessageType { get; set; }

    public SmsNotificationType NotificationType { get; set; }
}

/// <summary>As <see cref="SmsPoco"/>, but undeclared members are lost: less work than the emitted record does.</summary>
internal sealed class LossySmsPoco
{
    [JsonPropertyName("smssession")]
    public SmsSessionPoco<LossySmsUserDataPoco>? SmsSession { get; set; }

    public string? MessageType { get; set; }

    public SmsNotificationType NotificationType { get; set; }
}

internal sealed class SmsSessionPoco<TUserData>
{
    public TUserData? UserData { get; set; }

    public string? ReceivedDate { get; set; }

    public SmsChatType? ChatType { get; set; }

    public List<SmsParticipantPoco>? Participants { get; set; }

    public List<SmsCapability>? Capabilities { get; set; }

    public string? Uri { get; set; }

    public SmsState State { get; set; }

    public SmsSupervisorMode? SupervisorMode { get; set; }

    public string? Id { get; set; }
}

internal sealed class SmsUserDataPoco : LossySmsUserDataPoco
{
    /// <summary>Undeclared members are kept, as the emitted record keeps them.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}

internal class LossySmsUserDataPoco
{
    [JsonPropertyName("IdentifyCreateContact")]
    public string? IdentifyCreateContact { get; set; }

    [JsonPropertyName("ChatServerAppName")]
    public string? ChatServerAppName { get; set; }

    [JsonPropertyName("ChatServerHost")]
    public string? ChatServerHost { get; set; }

    [JsonPropertyName("TimeZone")]
    public string? TimeZone { get; set; }

    [JsonPropertyName("ChatServerPort")]
    public string? ChatServerPort { get; set; }

    [JsonPropertyName("ChatServerDBID")]
    public string? ChatServerDbid { get; set; }

    [JsonPropertyName("RTenant")]
    public string? RTenant { get; set; }

    [JsonPropertyName("CustomerSegment")]
    public string? CustomerSegment { get; set; }

    [JsonPropertyName("ServiceType")]
    public string? ServiceType { get; set; }

    [JsonPropertyName("ServiceObjective")]
    public long? ServiceObjective { get; set; }

    [JsonPropertyName("OccuredAt")]
    public string? OccuredAt { get; set; }

    [JsonPropertyName("Subject")]
    public string? Subject { get; set; }
}

internal sealed class SmsParticipantPoco
{
    public string? Nickname { get; set; }

    public string? ParticipantId { get; set; }

    public SmsParticipantType? Type { get; set; }
}

[JsonConverter(typeof(JsonStringEnumConverter<SmsNotificationType>))]
internal enum SmsNotificationType { StatusChange, ParticipantsUpdated, PropertiesUpdated, MessageLogUpdated }

[JsonConverter(typeof(JsonStringEnumConverter<SmsChatType>))]
internal enum SmsChatType { Inbound, Outbound, Internal }

[JsonConverter(typeof(JsonStringEnumConverter<SmsCapability>))]
internal enum SmsCapability { Accept, Reject, SendMessage, Complete, Transfer, Consult, Leave }

[JsonConverter(typeof(JsonStringEnumConverter<SmsState>))]
internal enum SmsState { Invited, Chat, Completed, Disconnected, Revoked, Monitor }

[JsonConverter(typeof(JsonStringEnumConverter<SmsSupervisorMode>))]
internal enum SmsSupervisorMode { Monitor, Coach, BargeIn }

[JsonConverter(typeof(JsonStringEnumConverter<SmsParticipantType>))]
internal enum SmsParticipantType { Agent, Customer, Supervisor }
