using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Contracts;

/// <summary><c>IChatOperations</c>: what a host implements.</summary>
internal static class OperationsInterfaceEmitter
{
    public static GeneratedFile Emit(ContractModel contract, ContractNames names)
    {
        var type = names.Declared("Operations", "I");
        var writer = GeneratedFile.Start(contract.Path, contract.Namespace);
        writer.Code(DocComment.SummaryAndRemarks($"The operations of {contract.Title} ({contract.Version}). An instance is made per call.", [contract.Description]));
        writer.Code(GeneratedFile.GeneratedCodeAttribute);
        using (writer.Block($"public interface {type}"))
        {
            foreach (var shape in OperationShape.All(contract, names))
            {
                writer.Blank();
                writer.Code(Method(shape));
            }
        }

        return GeneratedFile.End(ContractNames.HintName(contract, type), writer);
    }

    private static CSharpCode Method(OperationShape shape)
    {
        var writer = new CodeWriter();
        writer.Code(OperationDocs.Of(shape));
        writer.Code(shape.ParameterDocs());
        writer.Line(
            $"""
            /// <param name="context">The operation and its caller.</param>
            /// <param name="cancellationToken">Cancelled when the caller goes away.</param>
            /// <returns>The success message, or why the operation failed.</returns>
            global::System.Threading.Tasks.ValueTask<global::Parley.Outcome<{shape.Success}>> {shape.MethodName}({shape.DeclaredParameters()}global::Parley.OperationContext context, global::System.Threading.CancellationToken cancellationToken);
            """);
        return CSharpCode.Of(writer);
    }
}
