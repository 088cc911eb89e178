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
}
