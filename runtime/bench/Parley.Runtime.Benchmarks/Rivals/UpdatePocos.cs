using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley.Benchmarks.Rivals;

internal sealed class UpdatePoco
{
    public string? OperationName { get; set; }

    public PropertiesPoco? Properties { get; set; }
}

internal sealed class PropertiesPoco
{
    public string? Subject { get; set; }

    public long? Priority { get; set; }

    public DispositionPoco? Disposition { get; set; }

    public ContactPoco? Contact { get; set; }

    /// <summary>Undeclared members are kept, as the emitted record keeps them.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}

internal sealed class DispositionPoco
{
    public DispositionCode Code { get; set; }

    public bool? Final { get; set; }

    public decimal? Score { get; set; }
}

[JsonConverter(typeof(JsonStringEnumConverter<DispositionCode>))]
internal enum DispositionCode
{
    [JsonStringEnumMemberName("resolved")]
    Resolved,

    [JsonStringEnumMemberName("pending")]
    Pending,

    [JsonStringEnumMemberName("escalated")]
    Escalated,

    [JsonStringEnumMemberName("spam")]
    Spam,
}

internal sealed class ContactPoco
{
    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Email { get; set; }

    public List<string>? Tags { get; set; }
}

/// <summary>As <see cref="UpdatePoco"/>, but undeclared members are lost: less work than the emitted record does.</summary>
internal sealed class LossyUpdatePoco
{
    public string? OperationName { get; set; }

    public LossyPropertiesPoco? Properties { get; set; }
}

internal sealed class LossyPropertiesPoco
{
    public string? Subject { get; set; }

    public long? Priority { get; set; }

    public DispositionPoco? Disposition { get; set; }

    public ContactPoco? Contact { get; set; }
}
