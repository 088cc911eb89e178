using System.Net;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Parley.AspNetCore.Tests;

/// <summary>A host of the test contracts on a port of its own. The header <c>X-User: name;role;feature=x</c> is its whole authentication.</summary>
public sealed class TestProgram : IAsyncLifetime
{
    private readonly WebApplication _app = Build();

    public HttpClient Client { get; } = new();

    public IEnumerable<RouteEndpoint> Endpoints => _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync();
        Client.BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    public Task<(HttpStatusCode Status, string Body)> PostAsync(string path, string json, string? user = null) =>
        SendAsync(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"), user);

    public async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpMethod method, string path, HttpContent? content, string? user = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (user is not null)
            request.Headers.Add("X-User", user);
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static WebApplication Build()
    {
        // Empty, so that no file is watched: Linux allows a user few of that, and many tests run beside each other.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddAuthentication("header").AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>("header", null);
        builder.Services.AddSingleton<IResourceChannelResolver, TicketChannels>();
        builder.Services.AddBayeux();
        builder.Services.AddParley(options => { options.MaxBodyBytes = 1024; options.MaxDepth = 8; }).AddTickets<TicketHandlers>().AddVipTickets<VipTicketHandlers>();

        var app = builder.Build();
        app.UseAuthentication();
        app.UseWebSockets();
        app.MapBayeux("/notifications");
        app.MapParley().WithMetadata(new ChainedMetadata());
        return app;
    }

    private sealed class HeaderAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers["X-User"].ToString() is not { Length: > 0 } header)
                return Task.FromResult(AuthenticateResult.NoResult());

            var parts = header.Split(';');
            var claims = parts.Skip(1).Select(part => part.StartsWith("feature=", StringComparison.Ordinal)
                ? new Claim(FeatureRequirement.ClaimType, part["feature=".Length..])
                : new Claim(ClaimTypes.Role, part));
            var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, parts[0]), .. claims], Scheme.Name);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }

    private sealed class TicketChannels : IResourceChannelResolver
    {
        public ValueTask<string?> ResolveAsync(string template, IReadOnlyList<string> pathValues, string userId, CancellationToken cancellationToken) =>
            pathValues[0] == "unreadable"
                ? throw new InvalidOperationException("secret detail")
                : ValueTask.FromResult(pathValues[0].StartsWith("vip", StringComparison.Ordinal) ? "vip" : null);
    }
}

/// <summary>Stands for any convention that a host chains to <c>MapParley()</c>.</summary>
public sealed class ChainedMetadata;
