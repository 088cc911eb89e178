using ContactCenter.Store;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ContactCenter.Tests.Store;

public sealed class SqliteMigrationsTests
{
    [Fact]
    public async Task A_database_of_the_first_version_keeps_its_history_in_order()
    {
        var folder = Directory.CreateTempSubdirectory("contact-center-");
        var path = Path.Combine(folder.FullName, "old.db");
        using (var script = new StreamReader(typeof(SqliteMigrations).Assembly.GetManifestResourceStream("0001.sql")!))
        await using (var old = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await old.OpenAsync(TestContext.Current.CancellationToken);
            await old.ExecuteAsync(await script.ReadToEndAsync(TestContext.Current.CancellationToken));
            await old.ExecuteAsync(
                """
                PRAGMA user_version = 1;
                INSERT INTO agents VALUES ('a', 'a', 'a', '', '[]', '[]', 0);
                INSERT INTO agent_state_history VALUES ('a', 5, NULL, 'Busy', 'Live'), ('a', 1, 5, 'Ready', 'Ready');
                INSERT INTO snapshots VALUES (1, 'a', 7, 0, NULL);
                """);
        }

        await using (var store = new SqliteContactCenterStore(path, TimeProvider.System))
        await using (var session = await store.ReadAsync(TestContext.Current.CancellationToken))
        {
            Assert.Equal(["Ready", "Busy"], await session.QueryAsync<string>("SELECT state FROM agent_state_history ORDER BY id"));
            Assert.Equal(0, await session.ScalarAsync<long>("SELECT COUNT(*) FROM pragma_table_info('agents') WHERE name = 'password_hash'"));
            Assert.Equal(7, await session.ScalarAsync<long>("SELECT last_used_at FROM snapshots"));
        }

        folder.Delete(recursive: true);
    }
}
