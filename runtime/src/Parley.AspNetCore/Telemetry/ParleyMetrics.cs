using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Parley.AspNetCore;

/// <summary>What operations report: the meter and activity source <see cref="Name"/>.</summary>
internal sealed class ParleyMetrics
{
    public const string Name = "Parley.AspNetCore";

    public static readonly ActivitySource Activities = new(Name);

    private readonly Histogram<double> _duration;

    public ParleyMetrics(IMeterFactory meters)
    {
        _duration = meters.Create(Name).CreateHistogram<double>(
            "parley.operation.duration", "s", "Time from the request's body to the reply, by contract, operation and outcome.");
    }

    public static string OutcomeOf(OperationFailure? failure) => failure?.Kind.ToString() ?? "Success";

    public void Record(ContractDescriptor contract, OperationDescriptor? operation, OperationFailure? failure, long started)
    {
        if (!_duration.Enabled)
            return;

        _duration.Record(
            Stopwatch.GetElapsedTime(started).TotalSeconds,
            new KeyValuePair<string, object?>("parley.contract", contract.Name),
            new KeyValuePair<string, object?>("parley.operation", operation?.Name ?? "unknown"),
            new KeyValuePair<string, object?>("parley.outcome", OutcomeOf(failure)));
    }
}
