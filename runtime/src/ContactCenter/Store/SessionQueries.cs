using Dapper;

namespace ContactCenter.Store;

/// <summary>SQL inside a session, always within its transaction. Parameters only: SQL is never put together from values.</summary>
internal static class SessionQueries
{
    /// <summary>All rows.</summary>
    public static async ValueTask<IReadOnlyList<T>> QueryAsync<T>(this IReadSession session, string sql, object? parameters = null) =>
        (await session.Connection.QueryAsync<T>(sql, parameters, session.Transaction)).AsList();

    /// <summary>The first row, or null (default) when there is none.</summary>
    public static async ValueTask<T?> FirstOrDefaultAsync<T>(this IReadSession session, string sql, object? parameters = null) =>
        await session.Connection.QueryFirstOrDefaultAsync<T>(sql, parameters, session.Transaction);

    /// <summary>The first value of the first row, or null (default) when there is none.</summary>
    public static async ValueTask<T?> ScalarAsync<T>(this IReadSession session, string sql, object? parameters = null) =>
        await session.Connection.ExecuteScalarAsync<T>(sql, parameters, session.Transaction);

    /// <summary>Executes a statement.</summary>
    /// <returns>The number of changed rows.</returns>
    public static async ValueTask<int> ExecuteAsync(this IUnitOfWork work, string sql, object? parameters = null) =>
        await work.Connection.ExecuteAsync(sql, parameters, work.Transaction);

    /// <summary>Executes a conditional update that must hit exactly one row.</summary>
    /// <exception cref="ConflictException">It hit none: somebody else has changed the row meanwhile.</exception>
    public static async ValueTask ExecuteOneAsync(this IUnitOfWork work, string sql, object parameters)
    {
        if (await work.ExecuteAsync(sql, parameters) != 1)
            throw new ConflictException();
    }
}
