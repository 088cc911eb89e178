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
    private readonly IReadOnlyDictionary<string, Func<StateParameters, CancellationToken, Task<JsonObject?>>> _states;
    private readonly ConcurrentQueue<string> _refusals = new();
    private readonly Func<CancellationToken, Task>? _beforeEach;
    private int _calls;
    private bool _betweenInteractions = true;

    private ProviderStateEndpoint(IReadOnlyDictionary<string, Func<StateParameters, CancellationToken, Task<JsonObject?>>> states, Func<CancellationToken, Task>? beforeEach)
    {
        _states = states;
        _beforeEach = beforeEach;
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

    public static async Task<ProviderStateEndpoint> StartAsync(IReadOnlyDictionary<string, Func<StateParameters, CancellationToken, Task<JsonObject?>>> states, Func<CancellationToken, Task>? beforeEach, CancellationToken cancellationToken)
    {
        var endpoint = new ProviderStateEndpoint(states, beforeEach);
        await endpoint._app.StartAsync(cancellationToken).ConfigureAwait(false);
        return endpoint;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = (JsonObject)(await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted).ConfigureAwait(false))!;
        var state = (string?)request["state"] ?? "";
        if ((string?)request["action"] == "teardown")
        {
            _betweenInteractions = true;
            return;
        }

        Interlocked.Increment(ref _calls);
        try
        {
            // The core verifies one interaction after another.
            if (_betweenInteractions && _beforeEach is not null)
                await _beforeEach(context.RequestAborted).ConfigureAwait(false);
            _betweenInteractions = false;
            await SetUpAsync(context, state, request["params"] as JsonObject ?? []).ConfigureAwait(false);
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            // Always 4xx: the core repeats a call that is answered with 5xx, for two minutes.
            await RefuseAsync(context.Response, StatusCodes.Status422UnprocessableEntity, $"The provider state '{state}' could not be set up: {exception}").ConfigureAwait(false);
        }
    }

    private async Task SetUpAsync(HttpContext context, string state, JsonObject parameters)
    {
        // An interaction without a state.
        if (state.Length == 0)
            return;

        if (!_states.TryGetValue(state, out var setUp))
        {
            await RefuseAsync(context.Response, StatusCodes.Status404NotFound, $"Nobody has added the provider state '{state}'; call WithState.").ConfigureAwait(false);
            return;
        }

        var values = await setUp(new StateParameters(state, parameters), context.RequestAborted).ConfigureAwait(false);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync((values ?? []).ToJsonString(), context.RequestAborted).ConfigureAwait(false);
    }

    private Task RefuseAsync(HttpResponse response, int status, string reason)
    {
        _refusals.Enqueue(reason);
        response.StatusCode = status;
        return response.WriteAsync(reason);
    }
}
