using System.Text;
using System.Text.Json;

namespace Parley.ContractTesting.Tests;

public sealed class InteractionsInThePactTests : IDisposable
{
    private static readonly ContractPact Orders = ContractPact.Of(OrdersContract.Descriptor);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pacts-");

    private IPactV4 Agreement => Pact.V4("shop", "warehouse", new PactConfig { PactDir = _folder.FullName, LogLevel = PactLogLevel.Error });

    private FileInfo File => new(Path.Combine(_folder.FullName, "shop-warehouse.json"));

    [Fact]
    public async Task One_line_describes_a_call_that_the_emitted_client_makes()
    {
        var pact = Agreement.WithHttpInteractions();
        Orders.Operation("Place").Succeeds().Given("goods are there", ("article", "7")).AddTo(pact);
        await pact.VerifyAsync(async context =>
        {
            var outcome = await Client(context).PlaceAsync(
                "north wing", new PlaceRequest { Article = "lamp", Amount = 9, Labels = new[] { KeyValuePair.Create("colour", "blue") }.ToValueMap(), Priority = PlaceRequestPriority.Low });
            Assert.Equal("A-17", outcome.Value?.Id);
        });
        var item = Assert.Single(PactItem.ReadAll(File));
        Assert.Equal("/shops/north%20wing/orders", item.Path);
        Assert.Equal("Orders.Place: success", item.Description);
    }

    [Fact]
    public async Task A_query_is_matched_as_text()
    {
        var pact = Agreement.WithHttpInteractions();
        Orders.Operation("FindOrders").Succeeds().At("shop", "south").AddTo(pact);
        await pact.VerifyAsync(async context =>
        {
            var outcome = await Client(context).FindOrdersAsync("south", new FindOrdersQuery { State = FindOrdersQueryState.Closed, Limit = 77, Text = "table" });
            Assert.True(outcome.Succeeded);
        });
    }

    [Fact]
    public async Task A_query_outside_of_its_rules_does_not_fit()
    {
        var pact = Agreement.WithHttpInteractions();
        Orders.Operation("FindOrders").Succeeds().AddTo(pact);
        using var http = new HttpClient();
        var failure = await Assert.ThrowsAsync<PactFailureException>(
            () => pact.VerifyAsync(context => http.GetAsync(new Uri(context.MockServerUri, "/shops/north%20wing/orders?state=burnt&limit=10&text=chair"), TestContext.Current.CancellationToken)));
        Assert.Contains("burnt", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_carries_channel_and_data_to_the_emitted_dispatcher()
    {
        var message = Orders.Notification("OrderShipped").Variant("by ship").Given("an order is placed");
        await message.AddTo(Agreement.WithMessageInteractions()).VerifyAsync<JsonElement>(async received =>
        {
            var handler = new Shipments();
            var data = Encoding.UTF8.GetBytes(received.GetProperty("data").GetRawText());
            Assert.True(await new OrdersNotificationDispatcher(handler).DispatchAsync(received.GetProperty("channel").GetString()!, data));
            Assert.Equal("A-17", handler.Last?.Id);
        });
        Assert.Equal("Orders.OrderShipped: by ship", Assert.Single(PactItem.ReadAll(File)).Description);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static OrdersClient Client(IConsumerContext context) => new(new ParleyHttpClient(new HttpClient { BaseAddress = context.MockServerUri }));

    private sealed class Shipments : IOrdersNotificationHandler
    {
        public OrderShipped? Last { get; private set; }

        public ValueTask OnOrderShippedAsync(OrderShipped payload, CancellationToken cancellationToken)
        {
            Last = payload;
            return ValueTask.CompletedTask;
        }

        public ValueTask OnOrderLostAsync(OrderLost payload, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
