namespace ContactCenter.Store;

/// <summary>The durable state of the contact center.</summary>
internal interface IContactCenterStore
{
    /// <summary>Raised after every commit, on the committing thread: handlers return at once. One that throws is logged and keeps nobody from hearing of the commit.</summary>
    event Action<CommitNotice>? Committed;

    /// <summary>Opens a unit of work, after the one before has ended.</summary>
    ValueTask<IUnitOfWork> BeginAsync(CancellationToken cancellationToken);

    /// <summary>Opens a reading session; any number at once, beside a unit of work.</summary>
    ValueTask<IReadSession> ReadAsync(CancellationToken cancellationToken);
}
