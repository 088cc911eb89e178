using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;
using static Parley.Generator.Emit.Contracts.Fragments;

namespace Parley.Generator.Emit.Contracts;

/// <summary><c>ChatClient</c>: a typed method per operation over the untyped HTTP client.</summary>
internal static class ClientEmitter
{
    public static GeneratedFile Emit(ContractModel contract, ContractNames names)
    {
        var type = names.Declared("Client");
        var writer = GeneratedFile.Start(contract.Path, contract.Namespace);
        writer.Line(
            $$"""
            /// <summary>Calls the operations of {{XmlDocText.Of(contract.Title)}} over HTTP.</summary>
            /// <param name="http">Sends the calls.</param>
            {{GeneratedFile.GeneratedCodeAttribute}}
            public sealed class {{type}}(global::Parley.ParleyHttpClient http)
            {
                {{Paragraphs(OperationShape.All(contract, names).Select(Method))}}
            }
            """);
        return GeneratedFile.End(ContractNames.HintName(contract, type), writer);
    }

    private static CSharpCode Method(OperationShape shape) => CSharpCode.Of(
        $"""
        {Lines([OperationDocs.Short(shape), shape.ParameterDocs()])}
        /// <param name="cancellationToken">Gives the call up.</param>
        /// <returns>The success message or the documented failure.</returns>
        /// <exception cref="global::System.Net.Http.HttpRequestException">The server could not be reached.</exception>
        /// <exception cref="global::Parley.ParleyResponseException">The reply is nothing that the contract documents.</exception>
        public global::System.Threading.Tasks.ValueTask<global::Parley.Outcome<{shape.Success}>> {shape.MethodName}({shape.DeclaredParameters()}global::System.Threading.CancellationToken cancellationToken = default) =>
            http.{Call(shape)};
        """);

    private static CSharpCode Call(OperationShape shape)
    {
        var path = CSharpCode.Of($"[{Commas(shape.PathParameters.Select(static parameter => (CSharpCode)parameter))}]");
        if (shape.Input is not { } input)
            return CSharpCode.Of($"SendAsync<{shape.Success}>({shape.Descriptor}, {path}, cancellationToken)");

        var send = CSharpIdentifier.Of(shape.Operation.Request is null ? "QueryAsync" : "SendAsync");
        return CSharpCode.Of($"{send}<{input}, {shape.Success}>({shape.Descriptor}, {path}, {shape.InputName}, cancellationToken)");
    }
}
