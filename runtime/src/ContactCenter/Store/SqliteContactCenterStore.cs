using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace ContactCenter.Store;

/// <summary>
/// The store in one embedded SQLite file: write-ahead log, every commit synced to the disk. One writing connection, used by one unit of work at a time;
/// readers have connections of their own and are never blocked.
/// </summary>
internal sealed partial class SqliteContactCenterStore : IContactCenterStore, IAsyncDisposable
{
    private readonly string _connectionString;
    private readonly DatabaseLock _lock;
    private readonly SqliteConnection _writer;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private bool _disposed;

    static SqliteContactCenterStore()
    {
        SQLitePCL.Batteries_V2.Init();
        DefaultTypeMap.MatchNamesWithUnderscores = true;
    }

    /// <summary>Opens or creates the database and brings it to the newest schema.</summary>
    /// <param name="path">The database file; it and missing folders are made for their owner only.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where listeners of <see cref="Committed"/> that fail are reported; null: nowhere.</param>
    /// <exception cref="InvalidOperationException">Another process uses the file, a newer program wrote it, or it cannot be opened.</exception>
    public SqliteContactCenterStore(string path, TimeProvider time, ILogger<SqliteContactCenterStore>? logger = null)
    {
        _time = time;
        _logger = logger ?? NullLogger<SqliteContactCenterStore>.Instance;
        try
        {
            DatabasePath = DatabaseFile.Resolve(path);
            if (Directory.Exists(DatabasePath))
                throw new IOException("It is a folder.");
            _connectionString = new SqliteConnectionStringBuilder { DataSource = DatabasePath, ForeignKeys = true }.ToString();
            DatabaseFile.CreateFolder(DatabasePath);
            _lock = DatabaseLock.Take(DatabasePath);
            DatabaseFile.Create(DatabasePath);
            // Not pooled: it must be closed, and the log checkpointed, when the store is disposed.
            _writer = new SqliteConnection(_connectionString + ";Pooling=False");
            _writer.Open();
            _writer.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            SqliteMigrations.Run(_writer);
        }
        catch (Exception exception)
        {
            _writer?.Dispose();
            _lock?.Dispose();
            if (exception is SqliteException or IOException or UnauthorizedAccessException)
                throw new InvalidOperationException($"The database {path} cannot be opened: {exception.Message}", exception);
            throw;
        }
    }

    /// <inheritdoc/>
    public event Action<CommitNotice>? Committed;

    /// <summary>Absolute path of the database file, without symbolic links.</summary>
    public string DatabasePath { get; }

    /// <inheritdoc/>
    public async ValueTask<IUnitOfWork> BeginAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            // Not deferred: BEGIN IMMEDIATE, so that no other program can write between reading and writing.
            return new SqliteUnitOfWork(_writer, _writer.BeginTransaction(deferred: false), _time.GetUtcNow().ToUnixTimeMilliseconds(), Leave);
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadSession> ReadAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return new SqliteReadSession(connection, connection.BeginTransaction(deferred: true));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        if (!_disposed)
        {
            _disposed = true;
            using (var pooled = new SqliteConnection(_connectionString))
                SqliteConnection.ClearPool(pooled);
            await _writer.DisposeAsync();
            _lock.Dispose();
        }

        _turn.Release();
    }

    private void Leave(CommitNotice? committed)
    {
        _turn.Release();
        if (committed is null)
            return;
        foreach (var listener in Delegate.EnumerateInvocationList(Committed))
        {
            try
            {
                listener(committed);
            }
            catch (Exception exception)
            {
                // The change is durable: its caller has succeeded, and the other listeners must hear of it.
                LogListenerFailed(_logger, exception);
            }
        }
    }

    [LoggerMessage(111, LogLevel.Error, "A listener failed after a commit.")]
    private static partial void LogListenerFailed(ILogger logger, Exception exception);
}
