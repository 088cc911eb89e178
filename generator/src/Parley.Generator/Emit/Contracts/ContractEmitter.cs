using Parley.Schema.Model;

namespace Parley.Generator.Emit.Contracts;

/// <summary>One contract in, its files out.</summary>
internal static class ContractEmitter
{
    private static readonly Func<ContractModel, ContractNames, GeneratedFile>[] Always =
    [
        OperationsInterfaceEmitter.Emit, DispatcherEmitter.Emit, ContractDescriptorEmitter.Emit, SourceTextsEmitter.Emit, ClientEmitter.Emit, RegistrationEmitter.Emit,
    ];

    private static readonly Func<ContractModel, ContractNames, GeneratedFile>[] WithNotifications =
    [
        NotificationsPublisherEmitter.Emit, NotificationHandlerEmitter.Emit, NotificationDispatcherEmitter.Emit,
    ];

    /// <summary>Emits everything that a contract adds to the types of its schemas.</summary>
    public static EquatableArray<GeneratedFile> Emit(ContractModel contract, CancellationToken cancellationToken)
    {
        var names = new ContractNames(contract);
        var emitters = Always
            .Concat(contract.Notifications.Count == 0 ? [] : WithNotifications)
            .Concat(contract.States.Count == 0 ? [] : [LifecycleEmitter.Emit]);

        var files = new List<GeneratedFile>();
        foreach (var emit in emitters)
        {
            cancellationToken.ThrowIfCancellationRequested();
            files.Add(emit(contract, names));
        }

        return new(files);
    }
}
