using System.Text;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Parley.Documentation.Model;
using Parley.Documentation.OpenApi;

namespace Parley.Documentation.Tests.OpenApi;

public sealed class OpenApiTests
{
    public static TheoryData<string> Documents => ["openapi.json", "openapi.docs.json"];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Microsoft_OpenApi_reads_the_repositorys_contracts_without_error(string document)
    {
        var model = DocumentationBuilder.Build(Samples.Repository());
        var text = document == "openapi.json" ? OpenApiWriter.Write(model) : OpenApiWriter.WriteView(model);

        var read = await OpenApiDocument.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.NotEmpty(read.Document!.Paths);
    }

    [Fact]
    public void Headers_are_parameters_but_those_that_the_standard_ignores()
    {
        var model = DocumentationBuilder.Build(Samples.Greeting(("greetings.contract.json", "\"parameters\": {", "\"headers\": { \"Accept\": { \"example\": \"text/plain\" }, \"x-trace\": { \"description\": \"A number.\", \"example\": \"7\" } }, \"parameters\": {")));

        var document = JsonNode.Parse(OpenApiWriter.Write(model))!;

        Assert.All(["get", "post"], method => Assert.Equal(
            """{"name":"x-trace","in":"header","required":false,"description":"A number.","schema":{"type":"string"},"example":"7"}""",
            Assert.Single(document["paths"]!["/greetings/{id}"]![method]!["parameters"]!.AsArray(), parameter => (string?)parameter!["in"] == "header")!.ToJsonString()));
    }

    [Fact]
    public void Operations_of_one_url_are_one_operation_with_a_discriminator()
    {
        var post = Post(OpenApiWriter.Write(Samples.GreetingModel()));

        var schema = post["requestBody"]!["content"]!["application/json"]!["schema"]!;
        Assert.Equal(2, schema["oneOf"]!.AsArray().Count);
        Assert.Equal("operationName", (string?)schema["discriminator"]!["propertyName"]);
        Assert.Equal("#/components/schemas/ForgetRequest", (string?)schema["discriminator"]!["mapping"]!["ForgetPerson"]);
        Assert.Equal(["Greetings.Greet", "Greetings.Forget"], post["x-operations"]!.AsArray().Select(variant => (string?)variant!["operationId"]));
    }

    [Fact]
    public void What_the_standard_cannot_say_of_an_operation_is_an_extension()
    {
        var greet = Post(OpenApiWriter.Write(Samples.GreetingModel()))["x-operations"]![0]!;

        Assert.Equal("""["Agent","Admin"]""", greet["x-permissions"]!.ToJsonString());
        Assert.Equal("""["voice"]""", greet["x-required-features"]!.ToJsonString());
        Assert.Equal("""{"states":["Waiting","Greeted"]}""", greet["x-preconditions"]!.ToJsonString());
        Assert.Equal("Greeted", (string?)greet["x-leads-to"]);
        Assert.Equal("""["Greetings.GreetingSaid"]""", greet["x-emits"]!.ToJsonString());
    }

    [Fact]
    public void Contracts_that_share_a_url_and_a_wire_name_share_a_branch()
    {
        var document = JsonNode.Parse(OpenApiWriter.Write(DocumentationBuilder.Build(Samples.Repository())))!;

        var schema = document["paths"]!["/api/v2/me/interactions/{id}"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!;
        var accept = schema["oneOf"]!.AsArray().Single(branch => (string?)branch!["title"] == "Accept")!;
        Assert.Equal(
            ["#/components/schemas/Chat.AcceptRequest", "#/components/schemas/Interactions.AcceptRequest"],
            accept["anyOf"]!.AsArray().Select(branch => (string?)branch!["$ref"]));
    }

    [Fact]
    public void Contracts_that_share_a_url_without_a_common_discriminator_share_its_operations()
    {
        var files = Samples.GreetingFiles();
        var manifest = files[0].Text
            .Replace("\"name\": \"Greetings\"", "\"name\": \"Shouts\"", StringComparison.Ordinal)
            .Replace("\"/greetings/{id}\": {", "\"/greetings/{who}\": { \"channel\": \"loud\",", StringComparison.Ordinal)
            .Replace("\"id\": {", "\"who\": {", StringComparison.Ordinal);
        var single = manifest.Replace("\"discriminator\": \"operationName\",", "", StringComparison.Ordinal);
        single = single[..single.IndexOf(",\n          \"Forget\"", StringComparison.Ordinal)] + single[single.IndexOf("\n        }\n      },\n      \"get\"", StringComparison.Ordinal)..];
        var model = DocumentationBuilder.Build(ContractFolder.Of([.. files, new("shouts.contract.json", single)], "shared", cancellationToken: TestContext.Current.CancellationToken));

        var path = Assert.Single(JsonNode.Parse(OpenApiWriter.Write(model))!["paths"]!.AsObject());

        var body = path.Value!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!;
        Assert.Equal("""{"anyOf":[{"$ref":"#/components/schemas/GreetRequest"},{"$ref":"#/components/schemas/ForgetRequest"}]}""", body.ToJsonString());
        Assert.Equal(
            ["Greetings.ListGreetings", "Shouts.ListGreetings"],
            path.Value["get"]!["x-operations"]!.AsArray().Select(variant => (string?)variant!["operationId"]));
        Assert.False((bool)Assert.Single(path.Value["get"]!["parameters"]!.AsArray())!["required"]!);
    }

    [Fact]
    public void Every_operation_of_the_repository_is_in_both_documents()
    {
        var model = DocumentationBuilder.Build(Samples.Repository());
        var ids = model.Operations.Select(operation => operation.Id).Order(StringComparer.Ordinal);

        Assert.Equal(ids, Ids(OpenApiWriter.Write(model)));
        Assert.Equal(ids, Ids(OpenApiWriter.WriteView(model)));

        static IEnumerable<string> Ids(string document) =>
            from path in JsonNode.Parse(document)!["paths"]!.AsObject()
            from method in path.Value!.AsObject()
            where method.Key != "parameters"
            from operation in method.Value!["x-operations"]?.AsArray() ?? new JsonArray(method.Value.DeepClone())
            select (string)operation!["operationId"]! into id
            orderby id
            select id;
    }

    [Fact]
    public void The_view_is_marked_and_has_a_path_for_each_operation()
    {
        var view = JsonNode.Parse(OpenApiWriter.WriteView(Samples.GreetingModel()))!;

        Assert.True((bool)view["x-documentation-view"]!);
        Assert.Equal(
            ["/greetings/{id}#Greetings.Greet", "/greetings/{id}#Greetings.Forget", "/greetings/{id}#Greetings.ListGreetings"],
            view["paths"]!.AsObject().Select(path => path.Key));
    }

    [Fact]
    public void Schemas_stand_as_in_their_source_but_for_references()
    {
        var model = Samples.GreetingModel(
            ("greeting-said.schema.json", "\"maxLength\": 200", "\"minimum\": 1.50, \"prefixItems\": [true], \"x-note\": {\"$ref\": \"#/properties\"}, \"enum\": [1e2, \"<b>\"]"));

        var schemas = JsonNode.Parse(OpenApiWriter.WriteView(model))!["components"]!["schemas"]!.AsObject();
        var async = JsonNode.Parse(Parley.Documentation.AsyncApi.AsyncApiWriter.Write(model))!["components"]!["schemas"]!["GreetingSaid"]!["properties"]!["text"]!;

        Assert.False(schemas.ContainsKey("GreetingSaid"), "Only what operations use belongs to OpenAPI.");
        Assert.Equal("0", schemas["Done"]!["properties"]!["code"]!["const"]!.ToJsonString());
        Assert.Equal("""{"$ref":"#/components/schemas/Tone","description":"How."}""", schemas["GreetRequest"]!["properties"]!["tone"]!.ToJsonString());
        Assert.Equal("1.50", async["minimum"]!.ToJsonString());
        Assert.Equal("[1e2,\"\\u003Cb\\u003E\"]", async["enum"]!.ToJsonString());
        Assert.Equal("#/properties", (string?)async["x-note"]!["$ref"]);
    }

    private static JsonNode Post(string document) => JsonNode.Parse(document)!["paths"]!["/greetings/{id}"]!["post"]!;
}
