using ContactCenter.Contracts.Chat;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Parley.Documentation.Html.Samples;
using Parley.Documentation.Model;

namespace Parley.Documentation.Tests.Html.Samples;

public sealed class CSharpSampleTests
{
    private static readonly DocumentationModel Model =
        DocumentationBuilder.Build(ContractFolder.Load(RepositoryRoot.Path("schemas")));

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(ChatClient).Assembly.Location),
    ];

    public static TheoryData<string> Operations => new(Model.Operations.Select(operation => operation.Id));

    [Theory]
    [MemberData(nameof(Operations))]
    public void Every_example_compiles_against_the_emitted_client(string id)
    {
        var operation = Model.Operations.Single(operation => operation.Id == id);
        var samples = new CSharpSample(new EmittedTypes(Model.Folder.Links));
        foreach (var request in operation.Examples.Select(example => example.Request).DefaultIfEmpty(null))
        {
            var sample = samples.Of(operation, request);
            var text = $$"""
                using System;
                using System.Net.Http;
                using System.Threading.Tasks;
                using Parley;
                using ContactCenter.Contracts.Common;
                using {{NamespaceOf(operation)}};

                internal static class Sample
                {
                    public static async Task RunAsync(ParleyHttpClient http)
                    {
                        {{sample}}
                        _ = outcome;
                    }
                }
                """;
            var compilation = CSharpCompilation.Create(
                "sample", [CSharpSyntaxTree.ParseText(text, cancellationToken: TestContext.Current.CancellationToken)], References,
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
            var problems = compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(problem => problem.Severity >= DiagnosticSeverity.Warning);

            Assert.True(!problems.Any(), $"{sample}\n{string.Join('\n', problems)}");
        }
    }

    private static string NamespaceOf(OperationDocumentation operation) =>
        "ContactCenter.Contracts." + Model.Folder.Links.Contracts.Single(contract => contract.Name == operation.Contract).Namespace;
}
