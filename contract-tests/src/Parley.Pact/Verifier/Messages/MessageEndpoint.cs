using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Parley.Pacts;

/// <summary>
/// The endpoint that the core asks for messages: <c>POST {"description"}</c> is answered with the content, and with the metadata in a header.
/// What it cannot do it answers with 4xx, because after a 5xx the core tries again for two minutes.
/// </summary>
internal sealed class MessageEndpoint : IDisposable
{
    private readonly WebApplication _app;
    private readonly MessageScenarios _scenarios;
    private readonly JsonSerializerOptions _settings;
    private readonly ConcurrentQueue<(string Message, string Reason)> _refusals = new();

    private MessageEndpoint(MessageScenarios scenarios, JsonSerializerOptions settings, string host)
    {
        _scenarios = scenarios;
        _settings = settings;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://{host}:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>The port.</summary>
    public ushort Port => (ushort)new Uri(_app.Urls.Single()).Port;

    /// <summary>Which messages could not be made, by description, and why. The core itself neither reports this nor looks at the status, but compares whatever comes.</summary>
    public IReadOnlyCollection<(string Message, string Reason)> Refusals => _refusals;

    /// <summary>Starts it on a free port.</summary>
    /// <param name="scenarios">How each message comes about.</param>
    /// <param name="settings">How contents are serialised.</param>
    /// <param name="host">The address of this machine that the core will ask, as in a URL: <c>127.0.0.1</c>, <c>[::1]</c>.</param>
    public static MessageEndpoint Start(MessageScenarios scenarios, JsonSerializerOptions settings, string host)
    {
        var endpoint = new MessageEndpoint(scenarios, settings, host);
        endpoint._app.Start();
        return endpoint;
    }

    public void Dispose() => ((IDisposable)_app).Dispose();

    private async Task AnswerAsync(HttpContext context)
    {
        var description = "";
        try
        {
            using var request = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted).ConfigureAwait(false);
            description = request.RootElement.GetProperty("description").GetString() ?? "";
            if (_scenarios.Scenarios.TryGetValue(description, out var scenario))
                await SendAsync(context.Response, scenario).ConfigureAwait(false);
            else
                await RefuseAsync(context.Response, StatusCodes.Status404NotFound, description, $"No scenario is added for the message '{description}'; added are: {string.Join(", ", _scenarios.Scenarios.Keys)}.").ConfigureAwait(false);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            await RefuseAsync(context.Response, StatusCodes.Status422UnprocessableEntity, description, exception.ToString()).ConfigureAwait(false);
        }
    }

    private async Task SendAsync(HttpResponse response, Scenario scenario)
    {
        var settings = scenario.JsonSettings ?? _settings;
        var content = JsonSerializer.SerializeToUtf8Bytes(await scenario.InvokeAsync().ConfigureAwait(false), settings);
        if (scenario.Metadata is not null)
            response.Headers["Pact-Message-Metadata"] = Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(scenario.Metadata, settings));
        response.ContentType = "application/json";
        await response.Body.WriteAsync(content).ConfigureAwait(false);
    }

    private Task RefuseAsync(HttpResponse response, int status, string message, string reason)
    {
        _refusals.Enqueue((message, reason));
        response.StatusCode = status;
        return response.WriteAsync(reason);
    }
}
