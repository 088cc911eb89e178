namespace Parley.Schema.Tests.Contracts;

public sealed class RepositoryContractsTests
{
    [Fact]
    public void The_repository_s_own_contracts_are_without_fault()
    {
        var folder = GeneratorFolder.Combine("..", "schemas");
        var manifests = Directory.GetFiles(folder, "*.contract.json", SearchOption.AllDirectories);

        var result = Load.Clean(SchemaSet.LoadFolder(folder, "Root", TestContext.Current.CancellationToken));

        Assert.NotEmpty(manifests);
        Assert.Equal(manifests.Length, result.Contracts.Count);
    }
}
