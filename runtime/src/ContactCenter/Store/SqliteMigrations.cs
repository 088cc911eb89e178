using Dapper;
using Microsoft.Data.Sqlite;

namespace ContactCenter.Store;

/// <summary>Brings a database file to the newest schema. <c>user_version</c> is the number of the last script that ran; scripts are embedded as <c>0001.sql</c>, <c>0002.sql</c>, …</summary>
internal static class SqliteMigrations
{
    /// <summary>Runs the scripts that the file has not seen, each in a transaction of its own.</summary>
    /// <exception cref="InvalidOperationException">The file was written by a newer program.</exception>
    public static void Run(SqliteConnection connection)
    {
        var scripts = typeof(SqliteMigrations).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var version = connection.ExecuteScalar<int>("PRAGMA user_version");
        if (version > scripts.Count)
        {
            throw new InvalidOperationException(
                $"The database {connection.DataSource} has schema version {version}; this program knows versions up to {scripts.Count}. Use a newer program.");
        }

        for (var next = version + 1; next <= scripts.Count; next++)
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute(Read(scripts[next - 1]), transaction: transaction);
            connection.Execute(FormattableString.Invariant($"PRAGMA user_version = {next}"), transaction: transaction);
            transaction.Commit();
        }
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(SqliteMigrations).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
