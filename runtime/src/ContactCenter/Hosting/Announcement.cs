using ContactCenter.Store;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace ContactCenter.Hosting;

/// <summary>What the console says when the program is ready.</summary>
internal static class Announcement
{
    /// <summary>Says where the program listens and where its data are.</summary>
    public static void Announce(this WebApplication app) =>
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            foreach (var address in addresses)
                Console.WriteLine($"Now listening on: {address}");
            Console.WriteLine($"Database: {app.Services.GetRequiredService<IOptions<ContactCenterOptions>>().Value.DatabasePath}");
        });

    /// <summary>Maps <c>/healthz</c> (the program runs) and <c>/readyz</c> (its store answers and it is not stopping).</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", static () => Results.Text("ok"));
        app.MapGet("/readyz", static async (IContactCenterStore store, IHostApplicationLifetime lifetime, CancellationToken cancellationToken) =>
        {
            if (lifetime.ApplicationStopping.IsCancellationRequested)
                return Results.Text("stopping", statusCode: StatusCodes.Status503ServiceUnavailable);
            await using var session = await store.ReadAsync(cancellationToken);
            await session.ScalarAsync<long>("SELECT COUNT(*) FROM queues");
            return Results.Text("ready");
        });
    }
}
