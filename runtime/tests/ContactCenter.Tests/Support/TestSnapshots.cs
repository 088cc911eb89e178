using ContactCenter.Interactions;
using ContactCenter.Routing;
using ContactCenter.Snapshots;
using Microsoft.Extensions.Options;

namespace ContactCenter.Tests.Support;

/// <summary>Snapshots of a store without the rest of the contact center.</summary>
internal static class TestSnapshots
{
    public static SnapshotService Of(TemporaryStore temporary, SnapshotOptions? options = null)
    {
        var given = Options.Create(options ?? new SnapshotOptions());
        var locks = new SnapshotLocks(new Offers(new RecordedMessages(), Options.Create(new RoutingOptions())), given);
        return new SnapshotService(temporary.Store, locks, given);
    }
}
