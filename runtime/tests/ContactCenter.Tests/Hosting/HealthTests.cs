using ContactCenter.Hosting;
using ContactCenter.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace ContactCenter.Tests.Hosting;

public sealed class HealthTests
{
    [Fact]
    public async Task A_store_that_cannot_write_is_not_ready_until_it_can()
    {
        await using var temporary = new TemporaryStore();
        Assert.True(await IsReadyAsync(temporary));
        await temporary.FillAsync();
        Assert.False(await IsReadyAsync(temporary));
        Assert.False(await IsReadyAsync(temporary));
        await temporary.MakeRoomAsync();
        Assert.True(await IsReadyAsync(temporary));
        Assert.Equal(0, await temporary.ScalarAsync<long>("SELECT COUNT(*) FROM sqlite_schema WHERE name = 'readiness'"));
    }

    [Fact]
    public async Task A_closed_store_is_not_ready()
    {
        await using var temporary = new TemporaryStore();
        await temporary.Store.DisposeAsync();
        Assert.False(await IsReadyAsync(temporary));
    }

    private static ValueTask<bool> IsReadyAsync(TemporaryStore temporary) =>
        Health.IsReadyAsync(temporary.Store, TimeProvider.System, NullLogger.Instance, TestCenter.Cancel);
}
