using System.Net;

namespace ContactCenter.Accounts;

/// <summary>Whether demo accounts exist in this run, and why.</summary>
/// <param name="Seed">Whether they exist.</param>
/// <param name="Announcement">What the console says about it; null: nothing.</param>
internal sealed record DemoDecision(bool Seed, string? Announcement)
{
    /// <summary>Decides: asked for by <c>ContactCenter:SeedDemo</c>, or by default in Development, and never on an address that others can reach.</summary>
    /// <param name="asked">The option; null when it is not given.</param>
    /// <param name="isDevelopment">Whether the environment is Development.</param>
    /// <param name="addresses">Addresses that the server will listen on.</param>
    /// <exception cref="InvalidOperationException">They were asked for, but an address is not a loopback address.</exception>
    public static DemoDecision Make(bool? asked, bool isDevelopment, IEnumerable<string> addresses)
    {
        if (asked == false || (asked is null && !isDevelopment))
            return new DemoDecision(false, null);

        var exposed = addresses.FirstOrDefault(address => !IsLoopback(address));
        if (exposed is null)
        {
            var logins = "agent1, agent2, agent3, agent4, supervisor1, admin1, gateway1";
            return new DemoDecision(true, $"Demo accounts, on loopback only: {logins}; password '{DemoAccounts.Password}', HTTP Basic.");
        }

        if (asked is null)
            return new DemoDecision(false, $"No demo accounts: {exposed} is not a loopback address.");
        throw new InvalidOperationException(
            $"ContactCenter:SeedDemo makes accounts with a known password and therefore needs loopback addresses only; {exposed} is not one.");
    }

    /// <summary>
    /// Whether a request comes from this machine: over a loopback connection, to a loopback name, and not on behalf of somebody behind a proxy. A page of
    /// another site that has its name resolve to this machine still sends that name.
    /// </summary>
    public static bool Serves(HttpRequest request)
    {
        // A test server has no addresses: nobody from outside reaches it either.
        var local = request.HttpContext.Connection.LocalIpAddress;
        return (local is null || IPAddress.IsLoopback(local))
            && IsLoopbackHost(request.Host.Host)
            && !request.Headers.ContainsKey("Forwarded")
            && !request.Headers.ContainsKey("X-Forwarded-For");
    }

    // "http://*:80" and "http://+:80" are not URIs, and mean every interface.
    private static bool IsLoopback(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsLoopbackHost(uri.Host);

    private static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
