using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace ContactCenter.Hosting;

/// <summary>What absolute URIs of this contact center start with, without a trailing slash. Known once the server listens.</summary>
internal sealed class PublicUri(IOptions<ContactCenterOptions> options, IServer server)
{
    /// <summary>The configured one, else the first address that the server listens on.</summary>
    public string Value => options.Value.PublicUri is { Length: > 0 } configured
        ? configured.TrimEnd('/')
        : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/') ?? "http://localhost";
}
