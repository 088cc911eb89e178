using System.Security.Claims;

namespace Parley.Bayeux;

/// <summary>One message on a service channel.</summary>
/// <param name="session">Who sent it.</param>
/// <param name="channel">The channel.</param>
/// <param name="id">The message's id; null when it has none.</param>
/// <param name="data">The payload.</param>
/// <param name="services">Services of the call.</param>
public sealed class BayeuxServiceCall(BayeuxSession session, string channel, string? id, ReadOnlyMemory<byte> data, IServiceProvider services)
{
    /// <summary>The session that the message came from.</summary>
    public BayeuxSession Session => session;

    /// <summary>The principal of the session.</summary>
    public ClaimsPrincipal User => session.User;

    /// <summary>The service channel.</summary>
    public string Channel => channel;

    /// <summary>The message's id, repeated by the answer; null when it has none.</summary>
    public string? Id => id;

    /// <summary>The payload: one JSON value as UTF-8; valid during the call.</summary>
    public ReadOnlyMemory<byte> Data => data;

    /// <summary>Whether the message came with <c>ext.binary</c>; <see cref="BayeuxBinary.Parse"/> reads its payload.</summary>
    public bool IsBinary { get; init; }

    /// <summary>A scope of its own for this call.</summary>
    public IServiceProvider Services => services;

    /// <summary>Whether the answer goes out with <c>ext.binary</c>, so that clients decode it; <see cref="BayeuxBinary.ToJson"/> writes one.</summary>
    public bool AnswerIsBinary { get; set; }
}
