namespace Parley.AspNetCore;

/// <summary>A contract that the host serves, and how its dispatcher is made for one call.</summary>
internal sealed record ContractRegistration(ContractDescriptor Contract, Func<IServiceProvider, ContractDispatcher> CreateDispatcher);
