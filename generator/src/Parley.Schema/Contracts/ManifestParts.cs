using Parley.Schema.Model;

namespace Parley.Schema.Contracts;

/// <summary>What the parts of a manifest refer to each other by, and what they must not share.</summary>
internal sealed class ManifestParts(
    Dictionary<string, Envelope> envelopes, IReadOnlyList<StateModel> states, IReadOnlyCollection<string> notifications)
{
    private readonly List<EnvelopeModel> _used = [];

    /// <summary>The envelopes without fault by name.</summary>
    public Dictionary<string, Envelope> Envelopes { get; } = envelopes;

    /// <summary>The names of all envelopes, those with errors included; null when they cannot be told.</summary>
    public required IReadOnlyCollection<string>? EnvelopeNames { get; init; }

    /// <summary>The states.</summary>
    public IReadOnlyList<StateModel> States { get; } = states;

    /// <summary>Names of the notifications.</summary>
    public IReadOnlyCollection<string> Notifications { get; } = notifications;

    /// <summary>Names of the operations so far.</summary>
    public HashSet<string> Operations { get; } = new(StringComparer.Ordinal);

    /// <summary>How many operations the models have so far.</summary>
    public int NextIndex { get; set; }

    /// <summary>The envelopes in order of first use.</summary>
    public IReadOnlyList<EnvelopeModel> UsedEnvelopes => _used;

    /// <summary>The other envelopes without fault, in manifest order.</summary>
    public IEnumerable<EnvelopeModel> UnusedEnvelopes => Envelopes.Values.Select(static envelope => envelope.Model).Where(envelope => !_used.Contains(envelope));

    /// <summary>Notes that an envelope is used.</summary>
    public void Use(EnvelopeModel envelope)
    {
        if (!_used.Any(known => string.Equals(known.Name, envelope.Name, StringComparison.Ordinal)))
            _used.Add(envelope);
    }
}
