using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Parley.ContractTesting.Support;

/// <summary>A provider for tests: <c>GET /things/ID</c> answers with the thing if it is on the shelf, else with 404.</summary>
internal sealed class Shelf : IAsyncDisposable
{
    public const string Name = "shelf";

    private readonly WebApplication _app;

    private Shelf()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public ConcurrentDictionary<string, string> Things { get; } = new();

    /// <summary>Header values of the requests, in order.</summary>
    public ConcurrentQueue<string?> Users { get; } = new();

    public Uri Address => new(_app.Urls.Single());

    public static async Task<Shelf> StartAsync()
    {
        var shelf = new Shelf();
        await shelf._app.StartAsync(TestContext.Current.CancellationToken);
        return shelf;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        Users.Enqueue(context.Request.Headers["X-User"]);
        if (Things.TryGetValue(Path.GetFileName(context.Request.Path.Value!), out var thing))
            return context.Response.WriteAsync(thing);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
