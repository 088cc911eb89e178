using Parley;
using Parley.ContractTesting;

namespace ContactCenter.ContractTests;

/// <summary>A table of what a consumer and its provider agree on about one contract: interactions, each with the call that the consumer's client makes.</summary>
/// <typeparam name="TClient">The emitted client.</typeparam>
/// <param name="contract">The contract.</param>
/// <param name="client">Makes the client.</param>
/// <param name="prepare">Sets up the HTTP client, or null.</param>
/// <param name="served">Names what must hold so that this contract answers at all, where another one answers on the same URLs; null when none does.</param>
public sealed class Agreements<TClient>(
    ContractDescriptor contract,
    Func<ParleyHttpClient, TClient> client,
    Action<HttpClient>? prepare = null,
    Func<OperationInteraction, OperationInteraction>? served = null)
{
    private readonly ContractPact _contract = ContractPact.Of(contract);
    private readonly Dictionary<string, Agreement> _agreements = new(StringComparer.Ordinal);

    /// <summary>The interactions by their descriptions.</summary>
    public IEnumerable<string> Descriptions => _agreements.Keys;

    /// <summary>Agrees on the outcomes that nearly every operation has. Nobody without permission succeeds.</summary>
    /// <param name="name">The operation.</param>
    /// <param name="call">The call.</param>
    /// <param name="success">Completes the interaction in which the call succeeds.</param>
    /// <param name="wrongState">Completes the one in which the state forbids it; null when the operation is allowed in any.</param>
    /// <param name="always">Completes all of them, where the call is not that of the contract's example.</param>
    public Agreements<TClient> Operation<TSuccess>(
        string name,
        Func<TClient, ValueTask<Outcome<TSuccess>>> call,
        Func<OperationInteraction, OperationInteraction> success,
        Func<OperationInteraction, OperationInteraction>? wrongState = null,
        Func<OperationInteraction, OperationInteraction>? always = null)
        where TSuccess : class
    {
        var operation = _contract.Operation(name);
        var complete = always ?? (static interaction => interaction);
        Succeeds(name, call, interaction => success(complete(interaction)));
        if (wrongState is not null)
            Add(wrongState(complete(operation.Fails(FailureKind.WrongState))), call);
        var denied = complete(operation.Fails(FailureKind.PermissionDenied));
        return Add((served is null ? denied : served(denied)).Given(ProviderStates.CallerHasNoPermission), call);
    }

    /// <summary>Agrees on one more way to succeed.</summary>
    public Agreements<TClient> Succeeds<TSuccess>(
        string name, Func<TClient, ValueTask<Outcome<TSuccess>>> call, Func<OperationInteraction, OperationInteraction> complete, int example = 0)
        where TSuccess : class =>
        Add(complete(_contract.Operation(name).Succeeds(example)), call);

    /// <summary>Agrees on one more way to fail.</summary>
    public Agreements<TClient> Fails<TSuccess>(
        string name, FailureKind kind, Func<TClient, ValueTask<Outcome<TSuccess>>> call, Func<OperationInteraction, OperationInteraction> complete)
        where TSuccess : class =>
        Add(complete(_contract.Operation(name).Fails(kind)), call);

    /// <summary>Runs one call against the mock server, which writes the interaction into the pact when exactly this call came.</summary>
    public Task KeepAsync(string description, IPactV4 pact)
    {
        var agreement = _agreements[description];
        var builder = pact.WithHttpInteractions();
        agreement.Interaction.AddTo(builder);
        return builder.VerifyAsync(async context =>
        {
            using var http = new HttpClient { BaseAddress = context.MockServerUri };
            prepare?.Invoke(http);
            var failure = await agreement.CallAsync(client(new ParleyHttpClient(http)));
            if (agreement.Interaction.Status == 200)
                Assert.Null(failure);
            else
                Assert.Equal(agreement.Interaction.Status, failure?.HttpStatus);
        });
    }

    private Agreements<TClient> Add<TSuccess>(OperationInteraction interaction, Func<TClient, ValueTask<Outcome<TSuccess>>> call)
        where TSuccess : class
    {
        _agreements.Add(interaction.Description, new Agreement(interaction, async caller => (await call(caller)).Failure));
        return this;
    }

    private sealed record Agreement(OperationInteraction Interaction, Func<TClient, Task<OperationFailure?>> CallAsync);
}
