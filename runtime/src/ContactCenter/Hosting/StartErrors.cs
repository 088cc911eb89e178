using Microsoft.Extensions.Options;

namespace ContactCenter.Hosting;

/// <summary>Says in one sentence why the program cannot start, instead of a stack trace. What goes wrong once it has started is logged as ever.</summary>
internal sealed class StartErrors(TextWriter output)
{
    // They log what keeps the program from starting, with a stack trace, before they throw it.
    private static readonly (string Category, LogLevel Least)[] Loud =
        [("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Information), ("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Warning)];

    private bool _started;

    /// <summary>Runs the program.</summary>
    /// <returns>The exit code: 0, or 1 when it could not start.</returns>
    public int Run(Action program)
    {
        try
        {
            program();
            return 0;
        }
        catch (Exception exception) when (!_started && Describe(exception) is { } reason)
        {
            output.WriteLine($"The contact center cannot start: {reason}");
            return 1;
        }
    }

    /// <summary>Keeps what stops the start out of the log: it is said once.</summary>
    public void Quieten(IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(options =>
    {
        // First, so that the configuration can ask for more or less of the same categories.
        foreach (var (category, least) in Loud)
            options.Rules.Insert(0, new LoggerFilterRule(null, category, null, (_, _, level) => _started && level >= least));
    });

    /// <summary>Lets everything through as soon as the program has started.</summary>
    public void Watch(IHostApplicationLifetime lifetime) => lifetime.ApplicationStarted.Register(() => _started = true);

    private static string? Describe(Exception exception) => exception switch
    {
        OptionsValidationException invalid => string.Join(" ", invalid.Failures),
        AggregateException several => string.Join(" ", several.InnerExceptions.Select(Describe)) is { Length: > 0 } all ? all : null,
        // A file of settings that is not JSON: what is wrong with it stands one exception deeper.
        InvalidDataException { InnerException: { } inner } => $"{exception.Message} {inner.Message}",
        InvalidOperationException or IOException or UnauthorizedAccessException or FormatException or System.Net.Sockets.SocketException => exception.Message,
        _ => null,
    };
}
