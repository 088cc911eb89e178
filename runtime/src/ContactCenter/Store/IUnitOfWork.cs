namespace ContactCenter.Store;

/// <summary>
/// One change of the store: state and notifications are written together or not at all. Disposing without <see cref="CommitAsync"/> undoes everything.
/// Only one unit of work is open at a time; never wait for anything else inside.
/// </summary>
internal interface IUnitOfWork : IReadSession, Parley.INotificationSink
{
    /// <summary>The time of the change, the same for all that happens in it, in milliseconds since 1970-01-01T00:00:00Z.</summary>
    long Now { get; }

    /// <summary>Tells that routing may have something to do after the commit: a new or freed interaction, a free agent, a new deadline.</summary>
    void RequestRouting();

    /// <summary>
    /// Writes state and notifications durably, then raises <see cref="IContactCenterStore.Committed"/>. When it returns, the change survives a crash.
    /// Notifications of one agent are numbered without gaps, in the order of the calls to <see cref="Parley.INotificationSink.Publish"/>.
    /// </summary>
    ValueTask CommitAsync(CancellationToken cancellationToken);
}
