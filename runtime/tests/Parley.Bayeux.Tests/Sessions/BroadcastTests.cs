using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;

namespace Parley.Bayeux;

public sealed class BroadcastTests : IDisposable
{
    // No program around it, and nobody who listens to its meter and allocates for it.
    private readonly ServiceProvider _services;
    private readonly BayeuxServer _server;

    public BroadcastTests()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddBayeux();
        _services = services.BuildServiceProvider();
        _server = _services.GetRequiredService<BayeuxServer>();
    }

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task An_event_is_serialised_once_whatever_the_number_of_sessions()
    {
        Subscribe("/alone", 1);
        var many = Subscribe("/many", 500);

        Assert.Equal(await ReadsAsync("/alone"), await ReadsAsync("/many"));
        Assert.Single(many.Select(SessionQueue.WaitingFrame).Distinct());
    }

    [Fact]
    public async Task A_broadcast_allocates_nothing_for_one_more_session()
    {
        Subscribe("/few", 10);
        Subscribe("/many", 1000);
        // The first event makes the queues and the list of subscribers.
        await _server.PublishAsync("/few", Json.Utf8("1"));
        await _server.PublishAsync("/many", Json.Utf8("1"));

        // The smallest object has 24 bytes.
        Assert.InRange(AllocatedBy("/many"), 0, AllocatedBy("/few") + (990 * 8));
    }

    private Session[] Subscribe(string channel, int sessions)
    {
        var made = new Session[sessions];
        for (var i = 0; i < sessions; i++)
        {
            made[i] = new(ClientId.NewSession(), null, new ClaimsPrincipal(), null, acknowledges: false, _server.Limits);
            _server.Channels.Add(channel, made[i]);
        }

        return made;
    }

    private async Task<int> ReadsAsync(string channel)
    {
        var payload = new CountingPayload("[1,2,3]"u8.ToArray());
        await _server.PublishAsync(channel, payload.Memory);
        return payload.Reads;
    }

    private long AllocatedBy(string channel)
    {
        var data = Json.Utf8("2");
        var before = GC.GetAllocatedBytesForCurrentThread();
        // Nothing in it waits for anything: it runs to its end on this thread.
        Assert.True(_server.PublishAsync(channel, data).IsCompleted);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
