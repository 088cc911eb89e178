using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Routing;

/// <summary>How interactions are offered to agents. Configuration section <c>ContactCenter:Routing</c>.</summary>
internal sealed class RoutingOptions
{
    /// <summary>To how many agents an interaction is offered at once, 1 to 100. Default 1.</summary>
    [Range(1, 100)]
    public int OffersAtOnce { get; set; } = 1;

    /// <summary>How long an agent has to answer an offer, 1 s to 1 h. Default 20 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan OfferTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long an agent who has declined, missed or given up an interaction is not offered it again, 1 s to 1 day. Default 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(60);
}
