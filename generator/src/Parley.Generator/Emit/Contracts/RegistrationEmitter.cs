using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Contracts;

/// <summary><c>ChatRegistration</c>: puts the contract and its implementation into a host.</summary>
internal static class RegistrationEmitter
{
    public static GeneratedFile Emit(ContractModel contract, ContractNames names)
    {
        var type = names.Declared("Registration");
        var operations = names.Type("Operations", "I");
        var writer = GeneratedFile.Start(contract.Path, contract.Namespace);
        writer.Line(
            $$"""
            /// <summary>Puts {{XmlDocText.Of(contract.Title)}} into a host.</summary>
            {{GeneratedFile.GeneratedCodeAttribute}}
            public static class {{type}}
            {
                /// <summary>Serves the contract.</summary>
                /// <typeparam name="THandlers">The implementation; made once per call, its constructor parameters injected.</typeparam>
                /// <param name="builder">The host's contracts.</param>
                /// <returns>The builder itself.</returns>
                public static global::Parley.IParleyBuilder {{names.Declared("", "Add")}}<[global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] THandlers>(
                    this global::Parley.IParleyBuilder builder)
                    where THandlers : class, {{operations}} =>
                    builder.AddContract<{{operations}}, THandlers>({{names.Contract}}.Descriptor, static handlers => new {{names.Type("Dispatcher")}}(handlers));
            }
            """);
        return GeneratedFile.End(ContractNames.HintName(contract, type), writer);
    }
}
