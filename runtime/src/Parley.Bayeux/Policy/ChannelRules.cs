namespace Parley.Bayeux;

/// <summary>Who may create, subscribe and publish: the policy and the authorizers of the channel together.</summary>
internal sealed class ChannelRules(IBayeuxPolicy policy, IEnumerable<AuthorizerRegistration> registrations, IServiceProvider services)
{
    private readonly (ChannelPattern Pattern, IBayeuxAuthorizer Authorizer)[] _authorizers =
        [.. registrations.Select(registration => (registration.Pattern, registration.Authorizer(services)))];

    /// <summary>Whether a session may create a channel or pattern.</summary>
    public async ValueTask<BayeuxVerdict> CanCreateAsync(Session session, ChannelPattern channel, CancellationToken cancellationToken) =>
        await VoteAsync(await policy.CanCreateAsync(session, channel.Text, cancellationToken), BayeuxOperation.Create, session, channel, cancellationToken);

    /// <summary>Whether a session may subscribe to a channel or pattern.</summary>
    public async ValueTask<BayeuxVerdict> CanSubscribeAsync(Session session, ChannelPattern channel, CancellationToken cancellationToken) =>
        await VoteAsync(await policy.CanSubscribeAsync(session, channel.Text, cancellationToken), BayeuxOperation.Subscribe, session, channel, cancellationToken);

    /// <summary>Whether a session may publish to a channel.</summary>
    public async ValueTask<BayeuxVerdict> CanPublishAsync(Session session, ChannelPattern channel, ReadOnlyMemory<byte> data, CancellationToken cancellationToken) =>
        await VoteAsync(await policy.CanPublishAsync(session, channel.Text, data, cancellationToken), BayeuxOperation.Publish, session, channel, cancellationToken);

    private async ValueTask<BayeuxVerdict> VoteAsync(
        BayeuxVerdict policyVerdict, BayeuxOperation operation, Session session, ChannelPattern channel, CancellationToken cancellationToken)
    {
        if (policyVerdict.IsDenied && !policyVerdict.MayBeGranted)
            return policyVerdict;

        // The channel itself, and what lies inside when it is a pattern: each of them needs its grant.
        List<ChannelPattern>? ungranted = null;
        List<ChannelPattern>? grants = null;
        var covered = false;
        foreach (var (pattern, authorizer) in _authorizers)
        {
            var covers = pattern.Covers(channel);
            if (!covers && !channel.Covers(pattern))
                continue;
            covered |= covers;
            (ungranted ??= []).Add(covers ? channel : pattern);
            var vote = await authorizer.AuthorizeAsync(operation, session, channel.Text, cancellationToken);
            if (vote is { IsDenied: true } denial)
                return denial;
            if (vote is not null)
                (grants ??= []).Add(pattern);
        }

        if (ungranted?.Exists(place => grants?.Exists(grant => grant.Covers(place)) != true) == true)
            return BayeuxVerdict.Denied("not granted");
        return covered ? BayeuxVerdict.Allowed : policyVerdict;
    }
}
