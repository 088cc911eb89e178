using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Parley.Bayeux;

/// <summary>A handshake that a policy decides on.</summary>
public sealed class BayeuxHandshake
{
    internal BayeuxHandshake(HttpContext httpContext, ClaimsPrincipal user, string? userId, ReadOnlyMemory<byte> ext)
    {
        HttpContext = httpContext;
        User = user;
        UserId = userId;
        Ext = ext;
    }

    /// <summary>The POST request, or the request that opened the WebSocket.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>Who asks.</summary>
    public ClaimsPrincipal User { get; }

    /// <summary>The user's name, as <see cref="BayeuxOptions.UserId"/> gives it; null when anonymous.</summary>
    public string? UserId { get; }

    /// <summary>The message's <c>ext</c> object as UTF-8 JSON, where clients put tokens; empty when there is none. Valid during the call.</summary>
    public ReadOnlyMemory<byte> Ext { get; }

    /// <summary>After how long a client that is denied shall handshake again, 0 to 10 minutes; null, the default, tells it not to come back.</summary>
    public TimeSpan? RetryAfter
    {
        get;
        set
        {
            if (value < TimeSpan.Zero || value > TimeSpan.FromMinutes(10))
                throw new ArgumentOutOfRangeException(nameof(value), value, "It must be between 0 and 10 minutes.");
            field = value;
        }
    }

    /// <summary>
    /// What the reply's <c>ext</c> shall hold beside the server's own members, granted or denied; values are copied. None by default.
    /// An element that holds no JSON, as <c>default</c> does not, or a string that is no text, such as half a surrogate pair from a client's
    /// <see cref="Ext"/>, is an <see cref="ArgumentException"/>.
    /// </summary>
    public IDictionary<string, JsonElement> ReplyExt { get; } = new ReplyExt();
}
