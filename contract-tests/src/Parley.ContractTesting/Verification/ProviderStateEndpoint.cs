using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Parley.ContractTesting;

/// <summary>
/// Where the Pact core asks for provider states: <c>POST {"state","params","action"}</c>, answered with the values for generators. On 127.0.0.1 and on
/// a port of its own, so that the provider serves nothing for the sake of its tests.
/// </summary>
internal sealed class ProviderStateEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly IReadOnlyDictionary<string, ProviderState> _states;
    private readonly ConcurrentQueue<string> _refusals = new();
    private int _calls;

    private ProviderStateEndpoint(IReadOnlyDictionary<string, ProviderState> states)
    {
        _states = states;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>How often a state, or none, was set up.</summary>
    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Why states were not set up, a line for each.</summary>
    public IReadOnlyCollection<string> Refusals => _refusals;

    public static async Task<ProviderStateEndpoint> StartAsync(IReadOnlyDictionary<string, ProviderState> states, CancellationToken cancellationToken)
    {
        var endpoint = new ProviderStateEndpoint(states);
        await endpoint._app.StartAsync(cancellationToken).ConfigureAwait(false);
        return endpoint;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = (JsonObject)(await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted).ConfigureAwait(false))!;
        var state = (string?)request["state"] ?? "";
        if ((string?)request["action"] == "teardown")
            return;

        Interlocked.Increment(ref _calls);
        // An interaction without a state.
        if (state.Length == 0)
            return;

        // Always 4xx: the core repeats a call that is answered with 5xx, for two minutes.
        if (!_states.TryGetValue(state, out var setUp))
        {
            await RefuseAsync(context.Response, StatusCodes.Status404NotFound, $"Nobody has added the provider state '{state}'; call WithState.").ConfigureAwait(false);
            return;
        }

        try
        {
            var values = await setUp(new StateParameters(state, request["params"] as JsonObject ?? []), context.RequestAborted).ConfigureAwait(false);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync((values ?? []).ToJsonString(), context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            await RefuseAsync(context.Response, StatusCodes.Status422UnprocessableEntity, $"The provider state '{state}' could not be set up: {exception}").ConfigureAwait(false);
        }
    }

    private Task RefuseAsync(HttpResponse response, int status, string reason)
    {
        _refusals.Enqueue(reason);
        response.StatusCode = status;
        return response.WriteAsync(reason);
    }
}
