using ContactCenter.Gateway;
using ContactCenter.Interactions;
using ContactCenter.Tests.Support;

namespace ContactCenter.Tests.Handlers;

public sealed class InteractionListsTests
{
    [Theory]
    [InlineData("a", false, true)]
    [InlineData("b", false, false)]
    [InlineData("b", true, true)]
    public async Task Content_and_data_are_for_who_has_a_copy_or_reads_all(string caller, bool readsAll, bool shown)
    {
        await using var center = new TestCenter();
        await center.AddReadyAgentsAsync("a");
        await center.Temporary.ExecuteAsync("INSERT INTO queues (name) VALUES ('default')");
        var (id, failure) = await center.Gateway.OpenAsync(
            new Arrival { Channel = Channels.Email, Nickname = "Maria", Subject = "Invoice", Text = "Private", UserData = """{"iban":"x"}""" }, TestCenter.Cancel);
        Assert.Null(failure);
        await center.RouteAsync();

        var found = await center.Lists.FindAsync(id, caller, readsAll, TestCenter.Cancel);
        Assert.Equal("Invoice", found?.EmailObject?.Subject);
        Assert.Equal(shown ? "Private" : null, found!.EmailObject!.Text);
        Assert.Equal(shown, found.UserData is not null);
        Assert.Null(await center.Lists.FindAsync("nothing", caller, readsAll, TestCenter.Cancel));
    }
}
