using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;
using static Parley.Generator.Emit.Contracts.Fragments;

namespace Parley.Generator.Emit.Contracts;

/// <summary>The part of <c>ChatContract</c> that holds the source texts: one literal each, which the compiler stores once per assembly however many contracts share it.</summary>
internal static class SourceTextsEmitter
{
    public static GeneratedFile Emit(ContractModel contract, ContractNames names)
    {
        var type = names.Declared("Contract");
        var writer = GeneratedFile.Start(contract.Path, contract.Namespace);
        writer.Line(
            $$"""
            public static partial class {{type}}
            {
                // A method, not a table: a text is loaded when somebody asks for it.
                private static string? Source(string path) => path switch
                {
                    {{Lines(contract.Sources.Select(static source => CSharpCode.Of($"{CSharpLiteral.String(source.Path)} => {CSharpLiteral.String(source.Text)},")))}}
                    _ => null,
                };
            }
            """);
        return GeneratedFile.End(ContractNames.HintName(contract, names.Declared("ContractSources")), writer);
    }
}
