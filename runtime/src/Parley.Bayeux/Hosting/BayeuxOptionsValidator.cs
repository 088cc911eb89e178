using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Parley.Bayeux;

/// <summary>Holds the documented ranges of <see cref="BayeuxOptions"/>.</summary>
internal sealed class BayeuxOptionsValidator(IServiceProviderIsService services) : IValidateOptions<BayeuxOptions>
{
    public ValidateOptionsResult Validate(string? name, BayeuxOptions options)
    {
        var failures = new List<string>();
        var minute = TimeSpan.FromMinutes(1);

        Range(nameof(options.Timeout), options.Timeout, TimeSpan.FromMilliseconds(1), 10 * minute);
        Range(nameof(options.Interval), options.Interval, TimeSpan.Zero, 10 * minute);
        Range(nameof(options.MaxInterval), options.MaxInterval, TimeSpan.FromMilliseconds(1), 60 * minute);
        Range(nameof(options.SweepPeriod), options.SweepPeriod, TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(10));
        Range(nameof(options.MaxMessageSize), options.MaxMessageSize, 256, 16 * 1024 * 1024);
        Range(nameof(options.MaxJsonDepth), options.MaxJsonDepth, 4, 1000);
        Range(nameof(options.MaxQueueMessages), options.MaxQueueMessages, 1, 1_000_000);
        Range(nameof(options.MaxQueueBytes), options.MaxQueueBytes, 1024, 1024 * 1024 * 1024);
        Range(nameof(options.MaxSubscriptionsPerSession), options.MaxSubscriptionsPerSession, 1, 100_000);
        Range(nameof(options.MaxSessionsPerUser), options.MaxSessionsPerUser, 1, 1_000_000);
        Range(nameof(options.MaxSessions), options.MaxSessions, 1, 10_000_000);
        Range(nameof(options.MaxSessionsPerBrowser), options.MaxSessionsPerBrowser, -1, 1000);
        Range(nameof(options.MultipleClientsInterval), options.MultipleClientsInterval, TimeSpan.Zero, 10 * minute);
        Range(nameof(options.LazyTimeout), options.LazyTimeout, TimeSpan.FromMilliseconds(10), 10 * minute);
        if (options.MaxInactivity is { } inactivity)
            Range(nameof(options.MaxInactivity), inactivity, TimeSpan.FromSeconds(1), TimeSpan.FromDays(30));
        if (options.WebSocketCompressionMinimum is { } compressed)
            Range(nameof(options.WebSocketCompressionMinimum), compressed, 64, 16 * 1024 * 1024);
        Range(nameof(options.LogCheckPeriod), options.LogCheckPeriod, TimeSpan.FromSeconds(1), 60 * minute);
        Range(nameof(options.SendTimeout), options.SendTimeout, TimeSpan.FromMilliseconds(10), 10 * minute);
        Range(nameof(options.DrainInterval), options.DrainInterval, TimeSpan.Zero, 10 * minute);
        Range(nameof(options.DrainTimeout), options.DrainTimeout, TimeSpan.Zero, 10 * minute);

        Channels(nameof(options.PrivateChannels), options.PrivateChannels);
        Channels(nameof(options.LazyChannels), options.LazyChannels);
        Channels(nameof(options.DroppableChannels), options.DroppableChannels);

        if (options.PrivateChannels.Count > 0 && !services.IsService(typeof(IBayeuxEventLog)))
            failures.Add($"{nameof(options.PrivateChannels)} are read from an {nameof(IBayeuxEventLog)}, and none is registered.");

        foreach (var origin in options.AllowedOrigins)
        {
            if (origin != "*" && (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.GetLeftPart(UriPartial.Authority) != origin))
                failures.Add($"{nameof(options.AllowedOrigins)}: '{origin}' is neither '*' nor scheme, host and port without a trailing slash.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Channels(string option, IList<string> channels)
        {
            foreach (var channel in channels)
            {
                if (!ChannelPattern.TryParse(channel, out var pattern) || pattern.IsMeta || pattern.IsService)
                    failures.Add($"{option}: '{channel}' is not a channel or pattern outside /meta and /service.");
            }
        }

        void Range<T>(string option, T value, T least, T most) where T : IComparable<T>
        {
            if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
                failures.Add(FormattableString.Invariant($"{option} is {value}, it must be between {least} and {most}."));
        }
    }
}
