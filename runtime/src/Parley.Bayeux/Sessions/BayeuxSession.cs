using System.Security.Claims;

namespace Parley.Bayeux;

/// <summary>One client's session, as policies and service handlers see it.</summary>
public abstract class BayeuxSession
{
    private protected BayeuxSession(string id, string? userId, ClaimsPrincipal user)
    {
        Id = id;
        UserId = userId;
        User = user;
    }

    /// <summary>The client id: a secret of the client and the server.</summary>
    public string Id { get; }

    /// <summary>To whom the session belongs, as <see cref="BayeuxOptions.UserId"/> names the principal; null for an anonymous session.</summary>
    public string? UserId { get; }

    /// <summary>The principal that opened the session.</summary>
    public ClaimsPrincipal User { get; }
}
