using System.Diagnostics.CodeAnalysis;

namespace Parley;

/// <summary>Collects the contracts that a host serves. Emitted registrations such as <c>AddChat</c> extend it; <c>AddParley()</c> makes one.</summary>
public interface IParleyBuilder
{
    /// <summary>Serves a contract.</summary>
    /// <typeparam name="TOperations">The contract's operations interface.</typeparam>
    /// <typeparam name="THandlers">The implementation; made once per call, its constructor parameters injected.</typeparam>
    /// <param name="contract">The contract.</param>
    /// <param name="dispatcher">Makes the dispatcher around the implementation.</param>
    /// <returns>The builder itself.</returns>
    IParleyBuilder AddContract<TOperations, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandlers>(
        ContractDescriptor contract, Func<TOperations, ContractDispatcher> dispatcher)
        where TOperations : class
        where THandlers : class, TOperations;
}
