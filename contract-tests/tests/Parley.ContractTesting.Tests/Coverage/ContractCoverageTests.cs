using System.Text.Json;

namespace Parley.ContractTesting.Tests;

public sealed class ContractCoverageTests : IDisposable
{
    private const string Path = "/shops/north/orders";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pacts-");

    private FileInfo File => new(System.IO.Path.Combine(_folder.FullName, "shop-warehouse.json"));

    [Fact]
    public void A_pact_with_everything_covers_the_contract()
    {
        var coverage = Cover([.. Everything()]);
        coverage.Demand();
        Assert.Equal(3, coverage.Interactions);
        Assert.Equal(2, coverage.Messages);
    }

    [Fact]
    public void An_operation_without_interaction_is_listed()
    {
        var coverage = Cover([.. Everything().Where(interaction => !interaction.Contains("PlaceOrder", StringComparison.Ordinal))]);
        Assert.Equal(["Orders.Place"], coverage.Missing);
        var failure = Assert.Throws<PactFailureException>(coverage.Demand);
        Assert.Contains("- Orders.Place has no interaction.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notification_without_message_is_listed() =>
        Assert.Equal(["Orders.OrderLost"], Cover([.. Everything().Where(interaction => !interaction.Contains("/losses", StringComparison.Ordinal))]).Missing);

    [Fact]
    public void A_request_that_calls_no_operation_is_listed()
    {
        var coverage = Cover([.. Everything(), Http("cancels", "POST", Path, """{"operationName":"CancelOrder"}""")]);
        Assert.Contains("'cancels' in shop-warehouse.json is in no contract: POST /shops/north/orders", Assert.Single(coverage.Unknown), StringComparison.Ordinal);
        Assert.Throws<PactFailureException>(coverage.Demand);
    }

    [Fact]
    public void A_description_that_names_an_unknown_operation_is_listed() =>
        Assert.Contains(
            "Orders.Cancel is in no contract",
            Assert.Single(Cover([.. Everything(), Http("Orders.Cancel: success", "POST", Path, """{"operationName":"PlaceOrder"}""")]).Unknown),
            StringComparison.Ordinal);

    [Fact]
    public void A_description_that_the_request_contradicts_is_listed()
    {
        var coverage = Cover([Http("Orders.Place: success", "POST", Path, """{"operationName":"Count"}""")]);
        Assert.Contains("does not send its request, as Orders.Place does", Assert.Single(coverage.Unknown), StringComparison.Ordinal);
        Assert.Contains("Orders.Place", coverage.Missing);
    }

    [Fact]
    public void A_description_of_free_words_is_resolved_by_its_request() => Assert.DoesNotContain("Orders.Count", Cover([Http("counts", "POST", Path, """{"operationName":"Count"}""")]).Missing);

    [Fact]
    public void A_request_that_two_contracts_could_answer_must_say_which()
    {
        File.Directory!.Create();
        System.IO.File.WriteAllText(File.FullName, Text([Http("counts", "POST", Path, """{"operationName":"Count"}""")]));
        var twin = OrdersContract.Descriptor with { Name = "Returns" };
        var coverage = ContractCoverage.Of([OrdersContract.Descriptor, twin], [File]);
        Assert.Contains("may be Orders.Count or Returns.Count; begin its description with the right one", Assert.Single(coverage.Unknown), StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_of_no_contract_is_listed_unless_it_is_allowed()
    {
        var elsewhere = Http("shakes hands", "POST", "/cometd", "[]");
        Assert.Single(Cover([.. Everything(), elsewhere]).Unknown);
        Cover([.. Everything(), elsewhere], "/cometd").Demand();
    }

    [Fact]
    public void A_message_on_an_unknown_channel_is_listed() =>
        Assert.Contains("the channel '/floods'", Assert.Single(Cover([Message("floods", "/floods")]).Unknown), StringComparison.Ordinal);

    [Fact]
    public void A_pact_that_is_not_there_is_told_with_what_to_do()
    {
        var failure = Assert.Throws<PactFailureException>(() => ContractCoverage.Of([OrdersContract.Descriptor], [File]));
        Assert.Contains("Run the consumer's tests first", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"consumer":{"name":"shop"},"provider":{"name":"warehouse"},"interactions":[{}]}""")]
    [InlineData("""{"consumer":{"name":"shop"},"provider":{"name":"warehouse"},"interactions":[{"description":"x"}]}""")]
    [InlineData("""{"consumer":{"name":"shop"},"provider":{"name":"warehouse"},"interactions":[{"description":"x","request":{},"response":{"status":2.5}}]}""")]
    public void A_file_that_is_no_pact_is_told_by_name(string text)
    {
        System.IO.File.WriteAllText(File.FullName, text);
        var failure = Assert.Throws<PactFailureException>(() => ContractCoverage.Of([OrdersContract.Descriptor], [File]));
        Assert.Contains("shop-warehouse.json", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private ContractCoverage Cover(string[] interactions, params string[] otherPaths)
    {
        System.IO.File.WriteAllText(File.FullName, Text(interactions));
        return ContractCoverage.Of([OrdersContract.Descriptor], [File], otherPaths);
    }

    private static IEnumerable<string> Everything() =>
    [
        Http("Orders.FindOrders: success", "GET", Path, "null"),
        Http("Orders.Place: success", "POST", Path, """{"operationName":"PlaceOrder"}"""),
        Http("Orders.Count: success", "POST", Path, """{"operationName":"Count"}"""),
        Message("Orders.OrderShipped", "/orders"),
        Message("Orders.OrderLost: at sea", "/losses"),
    ];

    private static string Text(string[] interactions) => $$"""{"consumer":{"name":"shop"},"provider":{"name":"warehouse"},"interactions":[{{string.Join(',', interactions)}}]}""";

    private static string Http(string description, string method, string path, string body) =>
        $$$"""{"type":"Synchronous/HTTP","description":{{{JsonSerializer.Serialize(description)}}},"request":{"method":"{{{method}}}","path":"{{{path}}}","body":{"content":{{{body}}} } },"response":{"status":200}}""";

    private static string Message(string description, string channel) =>
        $$$"""{"type":"Asynchronous/Messages","description":{{{JsonSerializer.Serialize(description)}}},"contents":{"content":{"channel":"{{{channel}}}","data":{ } } }}""";
}
