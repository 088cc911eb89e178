using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Contracts;

public sealed class RepositoryContractsTests
{
    [Fact]
    public void All_contracts_of_the_repository_compile_without_a_remark_and_describe_themselves()
    {
        var files = InputFile.AllIn(RepositoryRoot.Path("schemas"));
        var assembly = GeneratorRun.Of(files).Load();

        var contracts = assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Contract", StringComparison.Ordinal) && type.GetProperty("Descriptor") is not null)
            .Select(type => (ContractDescriptor)type.GetProperty("Descriptor")!.GetValue(null)!)
            .ToList();

        Assert.Equal(files.Count(file => file.Path.EndsWith(".contract.json", StringComparison.Ordinal)), contracts.Count);
        Assert.All(contracts, contract =>
        {
            Assert.Equal(Enumerable.Range(0, contract.Operations.Count), contract.Operations.Select(operation => operation.Index));
            Assert.All(contract.Operations, operation => Assert.Equal(Enum.GetValues<FailureKind>().Length, operation.Envelope.Failures.Count));
            Assert.All(contract.Sources, source => Assert.Equal(files.Single(file => file.Path == source.Key).Text, source.Value));
        });
    }
}
