using ContactCenter.Accounts;
using ContactCenter.Tests.Support;

namespace ContactCenter.Tests.Accounts;

public sealed class AccountSynchronizerTests
{
    [Fact]
    public async Task What_an_account_that_is_gone_worked_on_goes_to_somebody_else_and_nothing_new_comes_to_it()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("gone");
        var chat = await center.ArriveAsync("chat");
        Assert.Null(await center.Accepting.AcceptAsync(chat, TestCenter.By("gone"), null, TestCenter.Cancel));
        await center.AddReadyAgentsAsync("stays");

        await StartAsync(center, Make("stays"));
        await center.RouteAsync();

        Assert.Equal("Completed", await center.StateAsync(chat, "gone"));
        Assert.Equal("Invited", await center.StateAsync(chat, "stays"));
        Assert.Equal(0, await center.Temporary.ScalarAsync<long>("SELECT COUNT(*) FROM contact_center_sessions WHERE agent_id = 'gone'"));
        Assert.Equal("LoggedOut/LoggedOut", (await center.HistoryAsync("gone"))[^1]);
        Assert.Equal("Busy/Semi-Live", (await center.HistoryAsync("stays"))[^1]);
    }

    [Fact]
    public async Task Offers_to_an_account_that_is_gone_are_withdrawn()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("gone");
        var chat = await center.ArriveAsync("chat");
        Assert.Equal("Invited", await center.StateAsync(chat, "gone"));

        await StartAsync(center);
        await center.RouteAsync();

        Assert.Equal("Revoked", await center.StateAsync(chat, "gone"));
        Assert.Equal("Queued", await center.WholeStateAsync(chat));
        Assert.Equal(0, await center.Temporary.ScalarAsync<long>("SELECT COUNT(*) FROM offers"));
    }

    [Fact]
    public async Task Work_in_a_workbin_waits_in_its_queue_when_the_account_is_no_longer_an_agent()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        var email = await center.ArriveAsync("email");
        Assert.Null(await center.Accepting.AcceptAsync(email, TestCenter.By("a"), null, TestCenter.Cancel));
        Assert.Null(await center.Workbins.PlaceAsync(email, TestCenter.By("a"), "drafts", TestCenter.Cancel));

        await StartAsync(center, Make("a", Permission.Supervisor));

        Assert.Equal("Queued", await center.WholeStateAsync(email));
        Assert.Null(await center.Temporary.ScalarAsync<string>("SELECT workbin_agent_id FROM interactions"));
        // A supervisor may have a session of its own.
        Assert.Equal(3, await center.Temporary.ScalarAsync<long>("SELECT COUNT(*) FROM contact_center_sessions WHERE agent_id = 'a'"));
    }

    [Fact]
    public async Task After_work_of_an_account_that_is_gone_is_over()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("gone");
        var chat = await center.ArriveAsync("chat");
        Assert.Null(await center.Accepting.AcceptAsync(chat, TestCenter.By("gone"), null, TestCenter.Cancel));
        Assert.Null(await center.Conversations.EndAsync(chat, TestCenter.By("gone"), TestCenter.Cancel));
        await StartAsync(center);
        Assert.Equal("Completed", await center.WholeStateAsync(chat));
    }

    [Fact]
    public async Task Who_is_still_there_keeps_the_work()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        var chat = await center.ArriveAsync("chat");
        Assert.Null(await center.Accepting.AcceptAsync(chat, TestCenter.By("a"), null, TestCenter.Cancel));
        await StartAsync(center, Make("a"));
        Assert.Equal("a", await center.OwnerAsync(chat));
        Assert.Equal("Chatting", await center.StateAsync(chat, "a"));
    }

    [Fact]
    public async Task A_login_that_belongs_to_another_identifier_is_refused_with_both()
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("old");
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(center, Make("new") with { Login = "old" }));
        Assert.Contains("'old' has the Id new", exception.Message, StringComparison.Ordinal);
        Assert.Contains("belongs to old", exception.Message, StringComparison.Ordinal);
    }

    private static async Task StartAsync(TestCenter center, params Account[] accounts)
    {
        var synchronizer = new AccountSynchronizer(
            new AccountDirectory(accounts), new DemoDecision(false, null), center.Temporary.Store, center.Departures);
        await synchronizer.StartingAsync(TestCenter.Cancel);
        await synchronizer.StartedAsync(TestCenter.Cancel);
    }

    private static Account Make(string id, string permission = Permission.Agent) =>
        new() { Id = id, Login = id, DisplayName = id, PasswordHash = "", Permissions = [permission] };
}
