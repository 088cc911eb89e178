using System.Text.Json;
using ContactCenter.Store;

namespace ContactCenter.Accounts;

/// <summary>Brings the accounts of this run into the store before anything else starts: routing and histories refer to them.</summary>
internal sealed class AccountSynchronizer(AccountDirectory directory, DemoDecision demo, IContactCenterStore store) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using (var work = await store.BeginAsync(cancellationToken))
        {
            foreach (var account in directory.All)
                await WriteAsync(work, account);
            await work.CommitAsync(cancellationToken);
        }

        if (demo.Announcement is not null)
            await Console.Out.WriteLineAsync(demo.Announcement);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async ValueTask WriteAsync(IUnitOfWork work, Account account)
    {
        await work.ExecuteAsync(
            """
            INSERT INTO agents (id, user_name, nickname, password_hash, permissions, features, created_at)
            VALUES (@Id, @Login, @DisplayName, @PasswordHash, @permissions, @features, @now)
            ON CONFLICT (id) DO UPDATE SET user_name = excluded.user_name, nickname = excluded.nickname,
                password_hash = excluded.password_hash, permissions = excluded.permissions, features = excluded.features
            """,
            new
            {
                account.Id,
                account.Login,
                account.DisplayName,
                account.PasswordHash,
                permissions = JsonSerializer.Serialize(account.Permissions),
                features = JsonSerializer.Serialize(account.Features),
                now = work.Now,
            });
        await work.ExecuteAsync("DELETE FROM agent_skills WHERE agent_id = @Id", new { account.Id });
        foreach (var skill in account.Skills)
            await work.ExecuteAsync("INSERT INTO agent_skills (agent_id, skill, level) VALUES (@Id, @Name, @Level)", new { account.Id, skill.Name, skill.Level });
    }
}
