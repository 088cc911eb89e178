using System.Text.Json;
using ContactCenter.Store;

namespace ContactCenter.Accounts;

/// <summary>
/// Brings the accounts of this run into the store before anything else starts: routing and histories refer to them. Accounts of former runs that are gone
/// stay, for the histories, without permissions; once the server listens, and before routing begins, their part ends.
/// </summary>
internal sealed class AccountSynchronizer(AccountDirectory directory, DemoDecision demo, IContactCenterStore store, Departures departures) : IHostedLifecycleService
{
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A login belongs to another identifier in the store.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using (var work = await store.BeginAsync(cancellationToken))
        {
            foreach (var stored in await work.QueryAsync<string>("SELECT id FROM agents WHERE permissions <> '[]'"))
            {
                if (directory.FindById(stored) is null)
                    await DeactivateAsync(work, stored);
            }

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
    // Not earlier: the others are told, and the messages carry the address that the server listens on.
    public async Task StartedAsync(CancellationToken cancellationToken) => await departures.RunAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Without permissions nobody is offered anything, nor found as a colleague.
    private static async ValueTask DeactivateAsync(IUnitOfWork work, string id)
    {
        await work.ExecuteAsync("UPDATE agents SET permissions = '[]', features = '[]' WHERE id = @id", new { id });
        await work.ExecuteAsync("DELETE FROM agent_skills WHERE agent_id = @id", new { id });
    }

    private static async ValueTask WriteAsync(IUnitOfWork work, Account account)
    {
        var other = await work.ScalarAsync<string>("SELECT id FROM agents WHERE user_name = @Login AND id <> @Id", new { account.Login, account.Id });
        if (other is not null)
        {
            throw new InvalidOperationException(
                $"The account '{account.Login}' has the Id {account.Id}, but in the database this login belongs to {other}. Give the account that Id, or another Login.");
        }

        await work.ExecuteAsync(
            """
            INSERT INTO agents (id, user_name, nickname, permissions, features, created_at)
            VALUES (@Id, @Login, @DisplayName, @permissions, @features, @now)
            ON CONFLICT (id) DO UPDATE SET user_name = excluded.user_name, nickname = excluded.nickname,
                permissions = excluded.permissions, features = excluded.features
            """,
            new
            {
                account.Id,
                account.Login,
                account.DisplayName,
                permissions = JsonSerializer.Serialize(account.Permissions),
                features = JsonSerializer.Serialize(account.Features),
                now = work.Now,
            });
        await work.ExecuteAsync("DELETE FROM agent_skills WHERE agent_id = @Id", new { account.Id });
        foreach (var skill in account.Skills)
            await work.ExecuteAsync("INSERT INTO agent_skills (agent_id, skill, level) VALUES (@Id, @Name, @Level)", new { account.Id, skill.Name, skill.Level });
    }
}
