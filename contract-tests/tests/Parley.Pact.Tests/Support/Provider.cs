using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Parley.Pacts.Tests;

/// <summary>A provider on a real port, with the address that sets its states up.</summary>
internal sealed class Provider : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Provider(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public Uri States => new(Address, "/states");

    public ConcurrentQueue<string> StateRequests { get; } = new();

    public static async Task<Provider> StartAsync(string answer = """{"id":"B2"}""", string host = "127.0.0.1")
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://{host}:0");
        var app = builder.Build();
        var provider = new Provider(app);
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            if (context.Request.Path == "/states")
            {
                provider.StateRequests.Enqueue(body);
                return;
            }

            context.Response.StatusCode = StatusCodes.Status201Created;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(answer);
        });
        await app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
