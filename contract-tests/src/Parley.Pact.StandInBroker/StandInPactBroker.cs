using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Parley.Pacts.StandInBroker.Http;
using Parley.Pacts.StandInBroker.Model;

namespace Parley.Pacts.StandInBroker;

/// <summary>
/// Stands in for a Pact Broker where none can be run: the part of its HTTP interface that the Pact core and the <c>pact</c> command call, with the
/// meaning of Pact Broker 2.112. It keeps everything in memory, and has no web pages, webhooks, labels or badges. It is not a Pact Broker; use one in production.
/// </summary>
/// <remarks>
/// It never answers with a 5xx status, unless <see cref="RefuseResults"/> says so: the Pact core repeats calls that are answered so, for about two minutes.
/// </remarks>
public sealed class StandInPactBroker : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly BrokerState _state;

    private StandInPactBroker(WebApplication app, BrokerState state, Uri address)
    {
        _app = app;
        _state = state;
        Address = address;
    }

    /// <summary>Where it listens: a free port of 127.0.0.1.</summary>
    public Uri Address { get; }

    /// <summary>Starts an empty stand-in.</summary>
    /// <param name="credentials">What a caller must show, or null when anyone may call.</param>
    /// <param name="time">Says when a pact was published; the system's clock by default.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The stand-in, listening.</returns>
    public static async Task<StandInPactBroker> StartAsync(
        StandInBrokerCredentials? credentials = null, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        // Empty: nothing of the program that it runs in configures it, and no file is watched, of which Linux allows a user few.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();

        var app = builder.Build();
        var state = new BrokerState(time ?? TimeProvider.System);
        var routes = new BrokerRoutes(app, state, credentials);
        IndexRoutes.Map(routes);
        PublishRoutes.Map(routes);
        PactRoutes.Map(routes);
        VerificationRoutes.Map(routes);
        PacticipantRoutes.Map(routes);
        EnvironmentRoutes.Map(routes);
        DeploymentRoutes.Map(routes);
        MatrixRoutes.Map(routes);
        routes.RefuseTheRest();

        await app.StartAsync(cancellationToken);
        return new StandInPactBroker(app, state, new Uri(app.Urls.Single()));
    }

    /// <summary>From now on refuses verification results, as a broker does to whom may only read, or that is out of order.</summary>
    /// <param name="status">The status of the answer, such as 403 or 500.</param>
    public void RefuseResults(int status) => _state.ResultsRefusedWith = status;

    /// <summary>Stops listening and forgets everything.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
