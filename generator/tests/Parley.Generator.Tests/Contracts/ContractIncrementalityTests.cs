using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Contracts;

public sealed class ContractIncrementalityTests
{
    private static readonly InputFile[] TwoContracts =
    [
        .. TicketsContract.Files.Select(file => file with { Path = "tickets/" + file.Path }),
        .. TicketsContract.Files.Select(file => file with { Path = "orders/" + file.Path, Text = file.Text.Replace("\"Tickets\"", "\"Orders\"", StringComparison.Ordinal).Replace("/tickets", "/orders", StringComparison.Ordinal) }),
    ];

    [Fact]
    public void Editing_one_contracts_schema_writes_that_contract_only()
    {
        var edited = GeneratorRun.Of(TwoContracts).Edit([.. TwoContracts.Select(file => file.Path == "tickets/take.schema.json"
            ? file with { Text = file.Text.Replace("\"maxLength\": 8", "\"maxLength\": 9", StringComparison.Ordinal) }
            : file)]);

        Assert.Equal(["Tickets/Take.g.cs", "Tickets/TicketsContractSources.g.cs"], edited.Emitted);
        Assert.Empty(edited.Removed);
    }

    [Fact]
    public void Editing_a_summary_writes_no_type()
    {
        var edited = GeneratorRun.Of(TwoContracts).Edit([.. TwoContracts.Select(file => file.Path == "orders/tickets.contract.json"
            ? file with { Text = file.Text.Replace("Takes a new ticket.", "Takes a new order.", StringComparison.Ordinal) }
            : file)]);

        Assert.Equal(
            ["Orders/IOrdersOperations.g.cs", "Orders/OrdersClient.g.cs", "Orders/OrdersContract.g.cs", "Orders/OrdersContractSources.g.cs"],
            edited.Emitted);
    }

    [Fact]
    public void A_contract_without_notifications_and_states_has_no_code_for_them()
    {
        var run = GeneratorRun.Of(new SnapshotFolder(RepositoryRoot.Path("generator", "tests", "Parley.Generator.Tests", "Snapshots", "ReadmeContract")).Input);

        Assert.DoesNotContain(run.Output.Keys, name => name.Contains("Notification", StringComparison.Ordinal) || name.Contains("Lifecycle", StringComparison.Ordinal));
        Assert.Contains("GreetingClient.g.cs", run.Output.Keys);
    }
}
