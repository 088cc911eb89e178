using Microsoft.Extensions.Options;

namespace Parley.Bayeux;

public sealed class BayeuxOptionsTests
{
    public static TheoryData<string, Action<BayeuxOptions>> OutOfRange => new()
    {
        { "Timeout is 00:00:00", options => options.Timeout = TimeSpan.Zero },
        { "Interval is -00:00:01", options => options.Interval = TimeSpan.FromSeconds(-1) },
        { "MaxInterval is 02:00:00", options => options.MaxInterval = TimeSpan.FromHours(2) },
        { "SweepPeriod is 00:01:00", options => options.SweepPeriod = TimeSpan.FromMinutes(1) },
        { "MaxMessageSize is 1", options => options.MaxMessageSize = 1 },
        { "MaxJsonDepth is 3", options => options.MaxJsonDepth = 3 },
        { "MaxQueueMessages is 0", options => options.MaxQueueMessages = 0 },
        { "MaxQueueBytes is 0", options => options.MaxQueueBytes = 0 },
        { "MaxSubscriptionsPerSession is 0", options => options.MaxSubscriptionsPerSession = 0 },
        { "MaxSessionsPerUser is 0", options => options.MaxSessionsPerUser = 0 },
        { "MaxSessions is 0", options => options.MaxSessions = 0 },
        { "MaxSessionsPerBrowser is -2", options => options.MaxSessionsPerBrowser = -2 },
        { "MultipleClientsInterval is 01:00:00", options => options.MultipleClientsInterval = TimeSpan.FromHours(1) },
        { "LogCheckPeriod is 00:00:00", options => options.LogCheckPeriod = TimeSpan.Zero },
        { "SendTimeout is 00:00:00", options => options.SendTimeout = TimeSpan.Zero },
        { "LazyTimeout is 00:00:00", options => options.LazyTimeout = TimeSpan.Zero },
        { "LazyChannels: '/meta/x'", options => options.LazyChannels.Add("/meta/x") },
        { "DroppableChannels: '/service/x'", options => options.DroppableChannels.Add("/service/x") },
        { "MaxInactivity is 00:00:00", options => options.MaxInactivity = TimeSpan.Zero },
        { "WebSocketCompressionMinimum is 1", options => options.WebSocketCompressionMinimum = 1 },
        { "DrainInterval is 01:00:00", options => options.DrainInterval = TimeSpan.FromHours(1) },
        { "DrainTimeout is -00:00:01", options => options.DrainTimeout = TimeSpan.FromSeconds(-1) },
        { "AllowedOrigins: 'https://a.example/'", options => options.AllowedOrigins.Add("https://a.example/") },
        { "PrivateChannels: 'me'", options => options.PrivateChannels.Add("me") },
        { "PrivateChannels: '/service/**'", options => options.PrivateChannels.Add("/service/**") },
        { "PrivateChannels are read from an IBayeuxEventLog", options => options.PrivateChannels.Add("/v2/me/**") },
    };

    [Theory, MemberData(nameof(OutOfRange), DisableDiscoveryEnumeration = true)]
    public async Task An_option_out_of_range_stops_the_host_and_is_named(string message, Action<BayeuxOptions> configure)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => BayeuxHost.StartAsync(configure));
        Assert.Contains(message, exception.Message);
    }
}
