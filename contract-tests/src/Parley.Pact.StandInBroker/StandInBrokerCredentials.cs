using System.Text;

namespace Parley.Pacts.StandInBroker;

/// <summary>What a caller of the stand-in must show: HTTP Basic or a bearer token.</summary>
public sealed class StandInBrokerCredentials
{
    private readonly string _header;

    private StandInBrokerCredentials(string header) => _header = header;

    /// <summary>A user name and password, by HTTP Basic.</summary>
    public static StandInBrokerCredentials Basic(string userName, string password) =>
        new("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{password}")));

    /// <summary>A bearer token.</summary>
    public static StandInBrokerCredentials Bearer(string token) => new("Bearer " + token);

    internal bool Accept(string? authorization) => string.Equals(authorization, _header, StringComparison.Ordinal);
}
