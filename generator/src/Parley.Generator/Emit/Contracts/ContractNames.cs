using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Contracts;

/// <summary>The C# names of everything that one contract emits: allocated once, so that its files agree.</summary>
internal sealed class ContractNames
{
    // What emitted methods call their other parameters; a template parameter of that name steps aside.
    private static readonly string[] ParameterNames = ["request", "query", "context", "cancellationToken", "http", "handlers"];
    private readonly string _namespace;
    private readonly string _name;
    private readonly CSharpIdentifier[] _operations;
    private readonly Dictionary<string, CSharpIdentifier> _envelopes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CSharpIdentifier> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CSharpIdentifier> _notifications = new(StringComparer.Ordinal);

    /// <summary>Allocates.</summary>
    public ContractNames(ContractModel contract)
    {
        _namespace = contract.Namespace;
        _name = contract.Name;

        var operations = new MemberNames("Operation", contract.Name + "Contract", "Descriptor", "Envelopes", "OperationIndex", "Source");
        _operations = [.. contract.Resources.SelectMany(static resource => resource.Methods).SelectMany(static method => method.Operations).Select(operation => operations.Allocate(operation.Name))];
        foreach (var notification in contract.Notifications)
            _notifications.Add(notification.Name, operations.Allocate(notification.Name + "Notification"));

        var envelopes = new MemberNames("Envelope", "Envelopes");
        foreach (var envelope in contract.Envelopes)
            _envelopes.Add(envelope.Name, envelopes.Allocate(envelope.Identifier));

        var states = new MemberNames("State", "States", "CapabilitySets");
        foreach (var state in contract.States)
            _states.Add(state.Name, states.Allocate(state.Identifier));
    }

    /// <summary>A type of the contract as it is declared: <c>ChatContract</c> for <c>Contract</c>.</summary>
    public CSharpIdentifier Declared(string suffix, string prefix = "") => CSharpIdentifier.Of(prefix + _name + suffix);

    /// <summary>A type of the contract as it is used: <c>global::Sample.ChatContract</c>.</summary>
    public CSharpCode Type(string suffix, string prefix = "") =>
        CSharpCode.TypeName("global::" + (_namespace.Length == 0 ? "" : _namespace + ".") + prefix + _name + suffix);

    /// <summary>The contract's descriptor class.</summary>
    public CSharpCode Contract => Type("Contract");

    /// <summary>Member of the descriptor class that holds an operation.</summary>
    public CSharpIdentifier Operation(OperationModel operation) => _operations[operation.Index];

    /// <summary>Member of the descriptor class that holds a notification.</summary>
    public CSharpIdentifier Notification(NotificationModel notification) => _notifications[notification.Name];

    /// <summary>Member of the <c>Envelopes</c> class.</summary>
    public CSharpIdentifier Envelope(string name) => _envelopes[name];

    /// <summary>Member of the <c>States</c> class.</summary>
    public CSharpIdentifier State(string name) => _states[name];

    /// <summary>A method per operation.</summary>
    public static CSharpIdentifier OperationMethod(OperationModel operation) => CSharpIdentifier.Of(operation.Name + "Async");

    /// <summary>A handler method per notification.</summary>
    public static CSharpIdentifier HandlerMethod(NotificationModel notification) => CSharpIdentifier.Of("On" + notification.Name + "Async");

    /// <summary>The C# parameters of a template's parameters.</summary>
    public static CSharpIdentifier[] Parameters(ResourceModel resource)
    {
        var names = new MemberNames("Value", ParameterNames);
        return [.. resource.Parameters.Select(parameter => names.Allocate(parameter.Identifier.TrimStart('@')))];
    }

    /// <summary>Name of an emitted file.</summary>
    public static string HintName(ContractModel contract, CSharpIdentifier type) => HintNames.Of(contract.Path, contract.Namespace, type.Text.TrimStart('@'));
}
