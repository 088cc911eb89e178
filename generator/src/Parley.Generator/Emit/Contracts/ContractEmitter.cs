using Parley.Schema.Model;

namespace Parley.Generator.Emit.Contracts;

/// <summary>One contract in, its files out.</summary>
internal static class ContractEmitter
{
    /// <summary>Emits everything that a contract adds to the types of its schemas.</summary>
    public static EquatableArray<GeneratedFile> Emit(ContractModel contract, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return default;
    }
}
