using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Broker.Support;

/// <summary>The smallest provider: it answers <c>GET /ping</c> with a word.</summary>
internal sealed class PingProvider : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PingProvider(WebApplication app) => _app = app;

    public int Port => new Uri(_app.Urls.Single()).Port;

    public static async Task<PingProvider> StartAsync(string word)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.MapGet("/ping", () => Results.Text(word));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new PingProvider(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
