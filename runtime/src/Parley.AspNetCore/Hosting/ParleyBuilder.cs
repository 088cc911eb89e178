using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Parley.AspNetCore;

/// <summary>Adds contracts to a host. Made by <see cref="ParleyServiceCollectionExtensions.AddParley"/>; emitted registrations such as <c>AddChat</c> extend it.</summary>
public sealed class ParleyBuilder : IParleyBuilder
{
    internal ParleyBuilder(IServiceCollection services) => Services = services;

    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A contract of the same name is already served.</exception>
    public IParleyBuilder AddContract<TOperations, THandlers>(ContractDescriptor contract, Func<TOperations, ContractDispatcher> dispatcher)
        where TOperations : class
        where THandlers : class, TOperations
    {
        if (Services.Any(service => service.ImplementationInstance is ContractRegistration registration && registration.Contract.Name == contract.Name))
            throw new InvalidOperationException($"The contract '{contract.Name}' is already served.");

        Services.TryAddScoped<TOperations, THandlers>();
        Services.AddSingleton(new ContractRegistration(contract, services => dispatcher(services.GetRequiredService<TOperations>())));

        // A contract that is carried over a service channel brings the Bayeux server along; the host maps it with app.MapBayeux(…).
        foreach (var resource in contract.Resources.Where(resource => resource.ServiceChannel is not null))
            Services.AddBayeux().MapService(resource.ServiceChannel!, new ServiceChannelHandler(resource.Template));
        return this;
    }
}
