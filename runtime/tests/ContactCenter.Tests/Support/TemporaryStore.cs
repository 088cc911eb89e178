using ContactCenter.Store;

namespace ContactCenter.Tests.Support;

/// <summary>A store in a folder of its own, gone after the test.</summary>
internal sealed class TemporaryStore : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("contact-center-").FullName;
    private readonly string _path;

    public TemporaryStore(TimeProvider? time = null)
    {
        Time = time ?? TimeProvider.System;
        _path = Path.Combine(_folder, "test.db");
        Store = new SqliteContactCenterStore(_path, Time);
    }

    public TimeProvider Time { get; }

    public SqliteContactCenterStore Store { get; private set; }

    /// <summary>Closes and opens the same file again.</summary>
    public async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = new SqliteContactCenterStore(_path, Time);
    }

    public async Task AddAgentsAsync(params string[] ids)
    {
        foreach (var id in ids)
        {
            await ExecuteAsync(
                "INSERT INTO agents (id, user_name, nickname, permissions, features, created_at) VALUES (@id, @id, @id, '[]', '[]', 0)",
                new { id });
        }
    }

    public Task AddInteractionAsync(
        string id, string channel = "email", string state = "Queued", string queue = "default", string? owner = null, long receivedAt = 0, string? subject = null) =>
        ExecuteAsync(
            """
            INSERT INTO interactions (id, channel, state, owner_id, version, queue, queued_at, received_at, interaction_type, interaction_sub_type,
                user_data, customer_nickname, subject, last_index, last_participant)
            VALUES (@id, @channel, @state, @owner, 1, @queue, @receivedAt, @receivedAt, 'Inbound', 'InboundNew', '{"Subject":"x"}', 'Maria', @subject, 0, 1)
            """,
            new { id, channel, state, owner, queue, receivedAt, subject });

    public async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var work = await Store.BeginAsync(TestContext.Current.CancellationToken);
        await work.ExecuteAsync(sql, parameters);
        await work.CommitAsync(TestContext.Current.CancellationToken);
    }

    public async Task<T?> ScalarAsync<T>(string sql)
    {
        await using var session = await Store.ReadAsync(TestContext.Current.CancellationToken);
        return await session.ScalarAsync<T>(sql);
    }

    /// <summary>Lets the database grow no further, as a full disk does.</summary>
    public Task FillAsync() => LimitPagesAsync(1);

    /// <summary>Lets the database grow again.</summary>
    public Task MakeRoomAsync() => LimitPagesAsync(1_000_000);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // The limit is the connection's; one below the present size means the present size.
    private async Task LimitPagesAsync(long pages)
    {
        await using var work = await Store.BeginAsync(TestContext.Current.CancellationToken);
        await work.ExecuteAsync(FormattableString.Invariant($"PRAGMA max_page_count = {pages}"));
    }
}
