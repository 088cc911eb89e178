using System.Data.Common;

namespace ContactCenter.Store;

/// <summary>A consistent view of the store while it is open. Dispose it soon: it pins old pages.</summary>
internal interface IReadSession : IAsyncDisposable
{
    /// <summary>The connection; use it only with <see cref="Transaction"/>.</summary>
    DbConnection Connection { get; }

    /// <summary>The transaction that makes the view consistent.</summary>
    DbTransaction Transaction { get; }
}
