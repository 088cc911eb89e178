using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace ContactCenter.Store;

internal sealed class SqliteReadSession(SqliteConnection connection, SqliteTransaction transaction) : IReadSession
{
    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction;

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
