using System.Text.Json;
using Parley;

namespace ContactCenter.AgentStates;

/// <summary>The headers of the agent states API, which a contract of bodies cannot say: <c>Accept</c> names the version, and pages may be cached briefly.</summary>
internal static class AgentStatesHeaders
{
    private const string ContractName = "AgentStates";

    /// <summary>Checks and sets the headers on the endpoints of the contract; other endpoints stay as they are.</summary>
    public static TBuilder WithAgentStatesHeaders<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Finally(static endpoint =>
        {
            if (endpoint.RequestDelegate is { } next && endpoint.Metadata.OfType<ContractDescriptor>().Any(contract => contract.Name == ContractName))
                endpoint.RequestDelegate = context => HandleAsync(context, next);
        });
        return endpoints;
    }

    private static Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        // Who is anonymous is told that and nothing else.
        if (context.User.Identity is not { IsAuthenticated: true })
            return next(context);
        if (AcceptedVersion.Refuse(context.Request.Headers.Accept) is { } refusal)
            return RefuseAsync(context, refusal);

        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status200OK)
                context.Response.Headers.CacheControl = "max-age=5, must-revalidate, private";
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static async Task RefuseAsync(HttpContext context, string message)
    {
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteNumber("statusCode", StatusCodes.Status400BadRequest);
            writer.WriteString("error", "Bad Request");
            writer.WriteString("message", message);
            writer.WriteEndObject();
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted);
    }
}
