namespace Parley.AspNetCore.Tests;

public sealed class MapParleyTests(TestProgram program) : IClassFixture<TestProgram>
{
    [Fact]
    public void Conventions_chained_to_MapParley_reach_every_operation_endpoint()
    {
        var operations = program.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<OperationDescriptor>() is not null).ToList();

        Assert.Equal(["/pings", "/tickets", "/tickets/{id}"], operations.Select(endpoint => endpoint.RoutePattern.RawText).Order());
        Assert.All(operations, endpoint => Assert.NotNull(endpoint.Metadata.GetMetadata<ChainedMetadata>()));
    }

    [Fact]
    public void An_endpoint_lists_the_operations_of_every_contract_on_its_URL()
    {
        var shared = program.Endpoints.Single(endpoint => endpoint.RoutePattern.RawText == "/tickets/{id}");

        Assert.Equal(
            ["Open", "Close", "Audit", "Fail", "CloseVip"],
            shared.Metadata.GetOrderedMetadata<OperationDescriptor>().Select(operation => operation.Name));
    }
}
