using System.Net;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Parley.Bayeux;

/// <summary>
/// A real server on a real port. Its users say who they are by HTTP Basic, without a password. Its clock stands still unless a test moves it: no session
/// expires and no connect is answered because the machine is busy.
/// </summary>
internal sealed class BayeuxHost : IAsyncDisposable
{
    public const string Path = "/api/v2/notifications";

    private readonly WebApplication _app;

    private BayeuxHost(WebApplication app, int port)
    {
        _app = app;
        Port = port;
        Meter = new(app.Services);
    }

    public int Port { get; }

    public MeterProbe Meter { get; }

    public BayeuxServer Server => _app.Services.GetRequiredService<BayeuxServer>();

    public Uri Url => new($"http://127.0.0.1:{Port}{Path}");

    public static async Task<BayeuxHost> StartAsync(
        Action<BayeuxOptions>? options = null, IBayeuxEventLog? log = null, ManualTimeProvider? time = null, Action<IBayeuxBuilder>? services = null,
        Action<WebApplication>? middleware = null, Action<IEndpointConventionBuilder>? endpoint = null,
        HttpProtocols protocols = HttpProtocols.Http1)
    {
        // Empty, so that no file is watched: Linux allows a user few of that, and many tests run beside each other.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocols));
        builder.Services.AddRoutingCore();
        if (log is not null)
            builder.Services.AddSingleton(log);
        builder.Services.AddSingleton<TimeProvider>(time ?? new ManualTimeProvider());
        var bayeux = builder.Services.AddBayeux(o =>
        {
            // The clock goes by jumps, which shall not cut a socket that is being written to at that moment.
            o.SendTimeout = TimeSpan.FromMinutes(10);
            if (log is not null)
                o.PrivateChannels.Add("/v2/me/**");
            options?.Invoke(o);
        });
        services?.Invoke(bayeux);

        var app = builder.Build();
        app.Use((context, next) =>
        {
            if (UserOf(context.Request.Headers.Authorization) is { } user)
                context.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, user)], "Basic"));
            return next(context);
        });
        middleware?.Invoke(app);
        var mapped = app.MapBayeux(Path);
        endpoint?.Invoke(mapped);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new(app, new Uri(address).Port);
    }

    /// <summary>Lets the application stop as a signal would.</summary>
    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Meter.Dispose();
        await _app.DisposeAsync();
    }

    private static string? UserOf(string? authorization) => authorization?.StartsWith("Basic ", StringComparison.Ordinal) == true
        ? Encoding.UTF8.GetString(Convert.FromBase64String(authorization[6..])).Split(':')[0]
        : null;
}
