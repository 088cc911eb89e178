using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;
using static Parley.Generator.Emit.Contracts.Fragments;

namespace Parley.Generator.Emit.Contracts;

/// <summary><c>ChatLifecycle</c>: states, what is allowed in them, and what they offer. Only for a contract that has states.</summary>
internal static class LifecycleEmitter
{
    public static GeneratedFile Emit(ContractModel contract, ContractNames names)
    {
        var type = names.Declared("Lifecycle");
        var writer = GeneratedFile.Start(contract.Path, contract.Namespace);
        writer.Line(
            $$"""
            /// <summary>The states of {{XmlDocText.Of(contract.Title)}} and what is allowed in them.</summary>
            {{GeneratedFile.GeneratedCodeAttribute}}
            public static class {{type}}
            {
                /// <summary>Whether an operation is allowed in a state.</summary>
                /// <param name="operation">An operation of the contract.</param>
                /// <param name="state">One of <see cref="States"/>.</param>
                public static bool Allows(global::Parley.OperationDescriptor operation, string state) => global::Parley.LifecycleGuard.Allows(operation, state);

                /// <summary>Refuses an operation that is not allowed in a state.</summary>
                /// <param name="operation">An operation of the contract.</param>
                /// <param name="state">One of <see cref="States"/>.</param>
                /// <returns>Null when it is allowed; else a failure that names the operation, the state and the states in which it is allowed.</returns>
                public static global::Parley.OperationFailure? Guard(global::Parley.OperationDescriptor operation, string state) => global::Parley.LifecycleGuard.Check(operation, state);

                /// <summary>The capabilities that a resource offers in a state, in manifest order; empty for a state that the contract does not know.</summary>
                /// <param name="state">One of <see cref="States"/>.</param>
                public static global::Parley.ValueList<string> Capabilities(string state) => state switch
                {
                    {{Lines(contract.States.Select(state => CSharpCode.Of($"States.{names.State(state.Name)} => CapabilitySets.{names.State(state.Name)},")))}}
                    _ => [],
                };

                /// <summary>The literals of the states.</summary>
                public static class States
                {
                    {{Paragraphs(contract.States.Select(state => State(state, names)))}}
                }

                private static class CapabilitySets
                {
                    {{Lines(contract.States.Select(state => Capabilities(contract, state, names)))}}
                }
            }
            """);
        return GeneratedFile.End(ContractNames.HintName(contract, type), writer);
    }

    private static CSharpCode State(StateModel state, ContractNames names) => CSharpCode.Of(
        $"""
        {DocComment.Summary(state.Terminal ? state.Description + " Nothing leads out of it." : state.Description)}
        public const string {names.State(state.Name)} = {CSharpLiteral.String(state.Name)};
        """);

    private static CSharpCode Capabilities(ContractModel contract, StateModel state, ContractNames names)
    {
        var offered = contract.Resources
            .SelectMany(static resource => resource.Methods)
            .SelectMany(static method => method.Operations)
            .Where(operation => operation.Capability is not null && (operation.From.Count == 0 || operation.From.Contains(state.Name)))
            .Select(static operation => operation.Capability!)
            .Distinct(StringComparer.Ordinal);
        return CSharpCode.Of($"public static readonly global::Parley.ValueList<string> {names.State(state.Name)} = {Strings(offered)};");
    }
}
