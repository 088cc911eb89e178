using System.Text.Json.Nodes;

namespace Parley.ContractTesting.Tests;

public sealed class OperationPactTests
{
    private static readonly ContractPact Orders = ContractPact.Of(OrdersContract.Descriptor);

    [Fact]
    public void The_discriminator_and_constants_are_exact_and_variables_match_by_their_schema()
    {
        var request = Orders.Operation("Place").Succeeds().Request!;
        Assert.Equal("PlaceOrder", request["operationName"]!.GetValue<string>());
        AssertRule("type", "chair", request["article"]);
        AssertRule("integer", 2, request["amount"]);
        AssertRule("regex", "high", request["priority"]);
        Assert.Equal("^(?:low|high)$", request["priority"]!["regex"]!.GetValue<string>());
    }

    [Fact]
    public void A_response_matches_by_pattern_number_and_type()
    {
        var response = Orders.Operation("Place").Succeeds().Response!;
        Assert.Equal(0, response["code"]!.GetValue<int>());
        AssertRule("regex", "A-17", response["id"]);
        AssertRule("number", 12.5, response["weight"]);
    }

    [Fact]
    public void Members_of_an_open_map_are_agreed_when_sent_and_free_when_received()
    {
        var call = Orders.Operation("Place").Succeeds();
        AssertRule("type", "red", call.Request!["labels"]!["colour"]);
        Assert.Empty(call.Response!["labels"]!["value"]!.AsObject());
    }

    [Fact]
    public void The_template_of_a_list_has_what_every_item_has()
    {
        var lines = Orders.Operation("Place").Succeeds().Response!["lines"]!;
        Assert.Equal("type", lines["pact:matcher:type"]!.GetValue<string>());
        Assert.Equal(["article"], lines["value"]![0]!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public void Another_example_is_taken_when_asked_for()
    {
        var call = Orders.Operation("Place").Succeeds(example: 1);
        AssertRule("type", "table", call.Request!["article"]);
        Assert.Null(call.Request!["labels"]);
    }

    [Fact]
    public void An_example_that_is_not_there_is_refused()
    {
        var failure = Assert.Throws<ArgumentException>(() => Orders.Operation("Place").Succeeds(example: 2));
        Assert.Contains("Place has 2 examples; there is no example 2", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_examples_a_sample_is_made_of_what_is_required()
    {
        var response = Orders.Operation("FindOrders").Succeeds().Response!;
        Assert.Equal(["code", "newest", "ids", "complete", "page"], response.AsObject().Select(member => member.Key));
        AssertRule("regex", "open", response["newest"]!["state"]);
        AssertRule("type", false, response["complete"]);
        AssertRule("integer", 3, response["page"]);
        Assert.Equal(2, response["ids"]!["min"]!.GetValue<long>());
        AssertRule("type", "textxx", response["ids"]!["value"]![0]);
    }

    [Fact]
    public void A_made_up_body_meets_its_schema()
    {
        var response = Examples.Of(Orders.Operation("FindOrders").Succeeds().Response)!;
        Assert.Empty(OrdersFound.Explain(System.Text.Encoding.UTF8.GetBytes(response.ToJsonString())));
    }

    [Fact]
    public void A_pattern_without_example_asks_for_one()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Orders.Notification("OrderLost"));
        Assert.Contains("order-lost.schema.json#/properties/id has a pattern", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_the_core_cannot_read_is_matched_by_type()
    {
        var message = Orders.Notification("OrderShipped");
        AssertRule("type", "A-17", message.Data!["id"]);
        Assert.Equal("shipped", message.Data!["kind"]!.GetValue<string>());
    }

    [Fact]
    public void A_pattern_that_may_stand_anywhere_in_the_text_is_made_to_match_all_of_it()
    {
        var note = Orders.Notification("OrderShipped").Data!["note"];
        AssertRule("regex", "two days late", note);
        Assert.Equal(@"[\s\S]*(?:late)[\s\S]*", note!["regex"]!.GetValue<string>());
    }

    [Fact]
    public void A_failure_has_the_code_and_status_of_the_catalogue()
    {
        var call = Orders.Operation("Place").Fails(FailureKind.NotFound);
        var documented = OrdersContract.Descriptor.Operations[0].Envelope.Failures[FailureKind.NotFound];
        Assert.Equal("Orders.Place: not found", call.Description);
        Assert.Equal(documented.HttpStatus, call.Status);
        Assert.Equal(documented.Code, call.Response!["code"]!.GetValue<int>());
        AssertRule("type", documented.Description, call.Response!["message"]);
    }

    [Fact]
    public void Without_examples_a_request_is_made_up_too() =>
        Assert.Equal("""{"operationName":"Count"}""", Orders.Operation("Count").Succeeds().Request!.ToJsonString());

    [Fact]
    public void An_unknown_operation_is_answered_with_the_known_ones()
    {
        var failure = Assert.Throws<ArgumentException>(() => Orders.Operation("Cancel"));
        Assert.Contains("has no operation 'Cancel'. It has: FindOrders, Place, Count.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_notification_is_answered_with_the_known_ones()
    {
        var failure = Assert.Throws<ArgumentException>(() => Orders.Notification("OrderBurnt"));
        Assert.Contains("It has: OrderShipped, OrderLost.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_consumer_overrides_is_exact_and_the_rest_stays()
    {
        var request = Orders.Operation("Place").Succeeds().WithRequest(new { amount = 5, priority = (string?)null, labels = new { size = Match.Type("L") } }).Request!;
        Assert.Equal(5, request["amount"]!.GetValue<int>());
        Assert.Null(request["priority"]);
        AssertRule("type", "chair", request["article"]);
        AssertRule("type", "red", request["labels"]!["colour"]);
        AssertRule("type", "L", request["labels"]!["size"]);
    }

    [Fact]
    public void A_parameter_that_the_template_does_not_have_is_refused() =>
        Assert.Throws<ArgumentException>(() => Orders.Operation("Place").Succeeds().At("ship", "south"));

    private static void AssertRule<T>(string type, T example, JsonNode? rule)
    {
        Assert.Equal(type, rule!["pact:matcher:type"]!.GetValue<string>());
        Assert.Equal(example, rule["value"]!.GetValue<T>());
    }
}
