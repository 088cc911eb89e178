using System.Text;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;
using static Parley.Generator.Emit.Contracts.Fragments;

namespace Parley.Generator.Emit.Contracts;

/// <summary><c>ChatDispatcher</c>: from a discriminator literal to an operation, and from a call to a handler.</summary>
internal static class DispatcherEmitter
{
    public static GeneratedFile Emit(ContractModel contract, ContractNames names)
    {
        var type = names.Declared("Dispatcher");
        var handlers = names.Type("Operations", "I");
        var discriminated = contract.Resources
            .SelectMany(static resource => resource.Methods)
            .Where(static method => method.Discriminator is not null)
            .ToList();

        var writer = GeneratedFile.Start(contract.Path, contract.Namespace);
        writer.Line(
            $$"""
            /// <summary>Selects the operation of a call of {{XmlDocText.Of(contract.Title)}}, validates its request and runs its handler.</summary>
            /// <param name="handlers">The implementation.</param>
            {{GeneratedFile.GeneratedCodeAttribute}}
            public sealed class {{type}}({{handlers}} handlers) : global::Parley.ContractDispatcher
            {
                /// <inheritdoc/>
                public override global::Parley.ContractDescriptor Contract => {{names.Contract}}.Descriptor;

                /// <inheritdoc/>
                public override global::Parley.OperationDescriptor? Select(global::Parley.ResourceMethodDescriptor method, global::System.ReadOnlySpan<byte> wireName) =>
                    {{SelectMethod(discriminated)}};

                /// <inheritdoc/>
                public override global::System.Threading.Tasks.ValueTask DispatchAsync(global::Parley.OperationCall call, global::System.Threading.CancellationToken cancellationToken) =>
                    call.Context.Operation.Index switch
                    {
                        {{Lines(OperationShape.All(contract, names).Select(shape => Run(shape, names, handlers)))}}
                        _ => throw new global::System.ArgumentException("The operation is not one of this contract.", nameof(call)),
                    };

                {{Paragraphs(discriminated.Select((method, number) => SelectByLiteral(method, number, names)))}}
            }
            """);
        return GeneratedFile.End(ContractNames.HintName(contract, type), writer);
    }

    /// <summary>Wire names are unique per method only, so the method decides first. Its first operation identifies it.</summary>
    private static CSharpCode SelectMethod(List<MethodModel> discriminated) =>
        discriminated.Count == 0
            ? CSharpCode.Of($"null")
            : CSharpCode.Of(
                $$"""
                method.Operations[0].Index switch
                {
                    {{Lines(discriminated.Select(static (method, number) => CSharpCode.Of($"{method.Operations[0].Index} => Select{number}(wireName),")))}}
                    _ => null,
                }
                """);

    private static CSharpCode SelectByLiteral(MethodModel method, int number, ContractNames names) => CSharpCode.Of(
        $$"""
        // {{XmlDocText.Of(method.Discriminator!)}}
        private static global::Parley.OperationDescriptor? Select{{number}}(global::System.ReadOnlySpan<byte> wireName) => wireName.Length switch
        {
            {{Lines(method.Operations.OrderBy(static operation => Encoding.UTF8.GetByteCount(operation.WireName!)).Select(operation => SelectOne(operation, names)))}}
            _ => null,
        };
        """);

    private static CSharpCode SelectOne(OperationModel operation, ContractNames names) => CSharpCode.Of(
        $"{Encoding.UTF8.GetByteCount(operation.WireName!)} when global::System.MemoryExtensions.SequenceEqual(wireName, {CSharpLiteral.Utf8(operation.WireName!)}) => {names.Contract}.{names.Operation(operation)},");

    private static CSharpCode Run(OperationShape shape, ContractNames names, CSharpCode handlers)
    {
        var path = CSharpCode.Join(CSharpCode.Empty, shape.PathParameters.Select(static (_, position) => CSharpCode.Of($"c.PathValues[{position}], ")));
        var index = CSharpCode.Of($"{names.Contract}.OperationIndex.{names.Operation(shape.Operation)}");
        return shape.Input is { } input
            ? CSharpCode.Of(
                $"""
                {index} => call.RunAsync<{handlers}, {input}, {shape.Success}>(
                    handlers, static (h, c, r, t) => h.{shape.MethodName}({path}r, c.Context, t), cancellationToken),
                """)
            : CSharpCode.Of(
                $"""
                {index} => call.RunAsync<{handlers}, {shape.Success}>(
                    handlers, static (h, c, t) => h.{shape.MethodName}({path}c.Context, t), cancellationToken),
                """);
    }


}
