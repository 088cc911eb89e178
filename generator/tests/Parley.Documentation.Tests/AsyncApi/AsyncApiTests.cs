using System.Text.Json.Nodes;
using Parley.Documentation.AsyncApi;
using Parley.Documentation.Json;
using Parley.Documentation.Model;

namespace Parley.Documentation.Tests.AsyncApi;

public sealed class AsyncApiTests
{
    [Fact]
    public void Operations_are_received_and_notifications_sent()
    {
        var model = DocumentationBuilder.Build(Samples.Repository());

        var operations = JsonNode.Parse(AsyncApiWriter.Write(model))!["operations"]!.AsObject();

        Assert.Equal(model.Operations.Select(operation => operation.Id), operations.Where(operation => (string?)operation.Value!["action"] == "receive").Select(operation => operation.Key));
        Assert.Equal(model.Notifications.Select(notification => notification.Id), operations.Where(operation => (string?)operation.Value!["action"] == "send").Select(operation => operation.Key));
    }

    [Fact]
    public void Cause_and_effect_refer_to_each_other()
    {
        var operations = JsonNode.Parse(AsyncApiWriter.Write(Samples.GreetingModel()))!["operations"]!;

        Assert.Equal("""["Greetings.GreetingSaid"]""", operations["Greetings.Greet"]!["x-emits"]!.ToJsonString());
        Assert.Equal("""["Greetings.Greet"]""", operations["Greetings.GreetingSaid"]!["x-caused-by"]!.ToJsonString());
    }

    [Fact]
    public void A_notification_may_have_the_name_of_an_operation()
    {
        var model = Samples.GreetingModel(("greetings.contract.json", "\"GreetingSaid\"", "\"Greet\""));

        var document = JsonNode.Parse(AsyncApiWriter.Write(model))!;

        Assert.Equal("receive", (string?)document["operations"]!["Greetings.Greet"]!["action"]);
        Assert.Equal("send", (string?)document["operations"]!["Greetings.Greet.notification"]!["action"]);
        Assert.Equal("#/components/schemas/GreetingSaid", (string?)document["components"]!["messages"]!["Greetings.Greet.notification"]!["payload"]!["$ref"]);
    }

    [Theory]
    [InlineData("""{"$ref":"#/a","description":"d"}""", """{"allOf":[{"$ref":"#/a"}],"description":"d"}""")]
    [InlineData("""{"$ref":"#/a"}""", """{"$ref":"#/a"}""")]
    [InlineData("""{"$ref":"#/a","allOf":[true]}""", """{"allOf":[{"$ref":"#/a"},true]}""")]
    [InlineData("""{"prefixItems":[true],"items":false}""", """{"additionalItems":false,"items":[true]}""")]
    [InlineData("""{"dependentRequired":{"a":["b"]},"dependentSchemas":{"c":true}}""", """{"dependencies":{"a":["b"],"c":true}}""")]
    [InlineData("""{"dependentRequired":{"a":["b"]},"dependentSchemas":{"a":true}}""", """{"dependencies":{"a":{"allOf":[{"required":["b"]},true]}}}""")]
    [InlineData("""{"unevaluatedProperties":false}""", """{"additionalProperties":false}""")]
    [InlineData("""{"allOf":[true],"unevaluatedProperties":false}""", """{"allOf":[true],"unevaluatedProperties":false}""")]
    public void Schemas_say_in_draft_7_what_they_say_in_2020_12(string schema, string lowered) =>
        Assert.Equal(lowered, Draft7.Lower(JsonNode.Parse(schema)!.AsObject()).ToJsonString());
}
