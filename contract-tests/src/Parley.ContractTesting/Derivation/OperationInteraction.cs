using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Parley.ContractTesting;

/// <summary>One HTTP interaction of a pact: a call of an operation and its outcome. Every method gives a changed copy.</summary>
public sealed record OperationInteraction
{
    internal OperationInteraction()
    {
    }

    /// <summary>Its name in the pact: <c>Contract.Operation: outcome</c>.</summary>
    public string Description { get; internal init; } = "";

    /// <summary>The operation that is called.</summary>
    public OperationDescriptor Operation { get; internal init; } = null!;

    /// <summary>What must hold at the provider before.</summary>
    public ImmutableList<GivenState> States { get; internal init; } = [];

    /// <summary>HTTP status of the response.</summary>
    public ushort Status { get; internal init; }

    internal ImmutableDictionary<string, string> PathValues { get; init; } = ImmutableDictionary<string, string>.Empty;

    internal ImmutableList<KeyValuePair<string, string>> Headers { get; init; } = [];

    internal JsonNode? Request { get; init; }

    internal bool IsQuery { get; init; }

    internal JsonNode? Response { get; init; }

    /// <summary>Tells this interaction from another one of the same operation and outcome.</summary>
    public OperationInteraction Variant(string name) => this with { Description = $"{Description} ({name})" };

    /// <summary>Names what must hold at the provider before; several add up.</summary>
    public OperationInteraction Given(string state, params (string Name, string Value)[] parameters) => this with { States = States.Add(GivenState.Of(state, parameters)) };

    /// <summary>Sets a parameter of the URL's template, not escaped. Unless set it has the manifest's example.</summary>
    /// <exception cref="ArgumentException">The template has no such parameter.</exception>
    public OperationInteraction At(string parameter, string value) => Operation.Template.Contains($"{{{parameter}}}", StringComparison.Ordinal)
        ? this with { PathValues = PathValues.SetItem(parameter, value) }
        : throw new ArgumentException($"{Operation.Template} has no parameter '{parameter}'.", nameof(parameter));

    /// <summary>Adds a header to the request.</summary>
    public OperationInteraction WithHeader(string name, string value) => this with { Headers = Headers.Add(KeyValuePair.Create(name, value)) };

    /// <summary>Overrides members of the request's body or query.</summary>
    /// <param name="members">An object of the members: a plain value is compared exactly, a matcher as it says, null leaves the member out.</param>
    public OperationInteraction WithRequest(object members) => this with { Request = Override.Apply(Request, members) };

    /// <summary>Overrides members of the response's body.</summary>
    /// <inheritdoc cref="WithRequest"/>
    public OperationInteraction WithResponse(object members) => this with { Response = Override.Apply(Response, members) };

    /// <summary>Adds the interaction to a pact.</summary>
    public void AddTo(IPactBuilderV4 pact)
    {
        ArgumentNullException.ThrowIfNull(pact);
        var request = pact.UponReceiving(Description);
        foreach (var state in States)
        {
            // PactNet loses a state whose dictionary of parameters is empty.
            if (state.Parameters.Count == 0)
                request.Given(state.Name);
            else
                request.Given(state.Name, state.Parameters.ToDictionary());
        }

        request.WithRequest(Operation.Method, Path());
        foreach (var (name, value) in Headers)
            request.WithHeader(name, value);

        if (IsQuery)
            AddQuery(request);
        else if (Request is not null)
            request.WithJsonBody(Request);
        request.WillRespond().WithStatus(Status).WithJsonBody(Response!);
    }

    private string Path() => PathValues.Aggregate(
        Operation.Template, (path, parameter) => path.Replace($"{{{parameter.Key}}}", Uri.EscapeDataString(parameter.Value), StringComparison.Ordinal));

    private void AddQuery(IRequestBuilderV4 request)
    {
        foreach (var (name, value) in Request!.AsObject())
            request.WithQuery(name, QueryText.Of(value));
    }
}
