using ContactCenter.Contracts.Snapshots;
using Parley;

namespace ContactCenter.ContractTests;

public sealed class SnapshotsPactTests(PactSession session)
{
    private const string Id = "00009a8T8Y130123";
    private static readonly (string, string) Email = (ProviderStates.Id, Id);
    private static readonly (string, string) Snapshot = (ProviderStates.SnapshotId, "1");

    private static readonly TakeSnapshotRequest Take = new() { ReferenceId = 1, Lock = false, Condition = "[media_type] = 'email'" };
    private static readonly GetSnapshotInteractionsRequest Get = new() { ReferenceId = 2, SnapshotId = 1, StartFrom = 0, NumberOfInteractions = 100 };
    private static readonly LockInteractionRequest Lock = new() { ReferenceId = 3, InteractionId = Id, SnapshotId = 1, Reason = "Review" };
    private static readonly UnlockInteractionRequest Unlock = new() { ReferenceId = 4, InteractionId = Id, SnapshotId = 1, Reason = "Review" };
    private static readonly ReleaseSnapshotRequest Release = new() { ReferenceId = 5, SnapshotId = 1 };

    private static readonly Agreements<SnapshotsClient> Agreements = new Agreements<SnapshotsClient>(SnapshotsContract.Descriptor, http => new SnapshotsClient(http))
        .Operation("RequestTakeSnapshot", client => client.RequestTakeSnapshotAsync(Take), success: call => call.Given(ProviderStates.EmailQueued, Email))
        .Fails(
            "RequestTakeSnapshot",
            FailureKind.InvalidMember,
            client => client.RequestTakeSnapshotAsync(Take with { Condition = "[colour] = 'red'" }),
            call => call.WithRequest(new { condition = "[colour] = 'red'" }))
        .Operation(
            "RequestGetSnapshotInteractions",
            client => client.RequestGetSnapshotInteractionsAsync(Get),
            success: call => call.Given(ProviderStates.SnapshotTaken, Snapshot, Email))
        .Fails("RequestGetSnapshotInteractions", FailureKind.NotFound, client => client.RequestGetSnapshotInteractionsAsync(Get), call => call)
        .Fails(
            "RequestGetSnapshotInteractions",
            FailureKind.InvalidMember,
            client => client.RequestGetSnapshotInteractionsAsync(Get with { NumberOfInteractions = 0 }),
            call => call.Given(ProviderStates.SnapshotTaken, Snapshot, Email).WithRequest(new { numberOfInteractions = 0 }))
        .Operation(
            "RequestLockInteraction",
            client => client.RequestLockInteractionAsync(Lock),
            success: call => call.Given(ProviderStates.SnapshotTaken, Snapshot, Email),
            wrongState: call => call.Given(ProviderStates.SnapshotLocked, Snapshot, Email))
        .Fails("RequestLockInteraction", FailureKind.NotFound, client => client.RequestLockInteractionAsync(Lock), call => call)
        .Fails(
            "RequestLockInteraction",
            FailureKind.InvalidMember,
            client => client.RequestLockInteractionAsync(Lock with { Reason = "" }),
            call => call.Given(ProviderStates.SnapshotTaken, Snapshot, Email).WithRequest(new { reason = "" }))
        .Operation(
            "RequestUnlockInteraction",
            client => client.RequestUnlockInteractionAsync(Unlock),
            success: call => call.Given(ProviderStates.SnapshotLocked, Snapshot, Email),
            wrongState: call => call.Given(ProviderStates.SnapshotTaken, Snapshot, Email))
        .Fails("RequestUnlockInteraction", FailureKind.NotFound, client => client.RequestUnlockInteractionAsync(Unlock), call => call)
        .Fails(
            "RequestUnlockInteraction",
            FailureKind.InvalidMember,
            client => client.RequestUnlockInteractionAsync(Unlock with { Reason = "" }),
            call => call.Given(ProviderStates.SnapshotLocked, Snapshot, Email).WithRequest(new { reason = "" }))
        .Operation(
            "RequestReleaseSnapshot",
            client => client.RequestReleaseSnapshotAsync(Release),
            success: call => call.Given(ProviderStates.SnapshotTaken, Snapshot, Email))
        .Fails("RequestReleaseSnapshot", FailureKind.NotFound, client => client.RequestReleaseSnapshotAsync(Release), call => call)
        .Fails(
            "RequestReleaseSnapshot",
            FailureKind.InvalidMember,
            client => client.RequestReleaseSnapshotAsync(Release with { SnapshotId = 0 }),
            call => call.WithRequest(new { snapshotId = 0 }));

    public static TheoryData<string> Interactions => [.. Agreements.Descriptions];

    [Theory]
    [MemberData(nameof(Interactions))]
    public Task The_desktop_calls_as_agreed(string interaction) => Agreements.KeepAsync(interaction, session.Agreement);
}
