using System.ComponentModel.DataAnnotations;
using ContactCenter.Snapshots.Language;
using Microsoft.Extensions.Options;

namespace ContactCenter.Snapshots;

/// <summary>Configuration section <c>ContactCenter:Snapshots</c>.</summary>
internal sealed class SnapshotOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "ContactCenter:Snapshots";

    /// <summary>How many interactions a snapshot holds at most when the request does not say: 100 to 10000, default 500.</summary>
    [Range(100, 10_000)]
    public int MaxInteractions { get; set; } = 500;

    /// <summary>How many snapshots one user may hold at once: 1 to 10000, default 100.</summary>
    [Range(1, 10_000)]
    public int MaxSnapshotsPerUser { get; set; } = 100;

    /// <summary>How long a snapshot that nobody uses is kept before it is released, 1 minute to 30 days. Default 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long an interaction stays locked at most, 1 minute to 30 days, however much the snapshot is used. Default 8 hours.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan MaxLockAge { get; set; } = TimeSpan.FromHours(8);

    /// <summary>Conditions of the views that <c>viewId</c> may name.</summary>
    public Dictionary<string, string> Views { get; } = new(StringComparer.Ordinal);
}

/// <summary>Checks views when the program starts, so that a wrong one is not found by a caller.</summary>
internal sealed class SnapshotOptionsValidator : IValidateOptions<SnapshotOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SnapshotOptions options)
    {
        var errors = new List<string>();
        foreach (var (view, condition) in options.Views)
        {
            try
            {
                ConditionParser.Parse(condition);
            }
            catch (QueryLanguageException exception)
            {
                errors.Add($"{SnapshotOptions.Section}:Views:{view}: {exception.Message}");
            }
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
