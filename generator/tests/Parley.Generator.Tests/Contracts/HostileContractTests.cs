using System.Text.Json.Nodes;
using Parley.Generator.Tests.Harness;
using TextNode = System.Text.Json.Nodes.JsonValue;

namespace Parley.Generator.Tests.Contracts;

/// <summary>Texts of a manifest that try to become code. The harness refuses any output that does not compile without a remark.</summary>
public sealed class HostileContractTests
{
    private const string Injection = "\"; } class X { } // */ {{0}} {1} \r\n\u0085\u2028\u2029 /// </summary> <b a='&'> ]]> \\u0022 \\ \"\"\" @\" $\" #error \u202E\u0000 \uD83D\uDE00";

    public static TheoryData<string> Words => ["class", "request", "query", "context", "cancellationToken", "http", "handlers", "h", "c", "r", "t", "await", "var", "record", "value", "string"];

    [Fact]
    public void Texts_stay_texts()
    {
        var files = TicketsContract.Files.ToDictionary(file => file.Path, file => JsonNode.Parse(file.Text)!.AsObject());
        var manifest = files["tickets.contract.json"];
        foreach (var text in TextsIn(manifest))
            text.ReplaceWith((string)text! + Injection);
        var operations = manifest["resources"]!["/desks/{desk}/tickets/{id}"]!["post"]!;
        operations["discriminator"] = Injection;
        Rename(files["take.schema.json"], operations["operations"]!["Take"]!, "Take" + Injection);
        Rename(files["close.schema.json"], operations["operations"]!["Close"]!, "Shut" + Injection);
        files["ticket-changed.schema.json"]["properties"]!["kind"]!["const"] = "ticket" + Injection;
        files["desk-quiet.schema.json"]["properties"]!["kind"]!["const"] = "desk" + Injection;

        var run = GeneratorRun.Of([.. files.Select(file => new InputFile(file.Key, file.Value.ToJsonString()))]);

        Assert.Null(run.Compilation.GetTypeByMetadataName("X"));
        Assert.Null(run.Compilation.GetTypeByMetadataName("Sample.X"));
        var contract = run.Load().GetType("Sample.TicketsContract")!.GetProperty("Descriptor")!.GetValue(null);
        var descriptor = Assert.IsType<ContractDescriptor>(contract);
        Assert.Equal("Tickets" + Injection, descriptor.Title);
        Assert.Equal("Take" + Injection, descriptor.Operations[0].WireName);
        Assert.Equal("Clerk" + Injection, descriptor.Operations[0].Permissions[0]);
        Assert.Equal(manifest.ToJsonString(), descriptor.Sources["tickets.contract.json"]);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void A_template_parameter_may_be_called_anything(string word)
    {
        var files = TicketsContract.Files.Select(file => file with
        {
            Text = file.Text.Replace("{desk}", "{" + word + "}", StringComparison.Ordinal).Replace("\"desk\": { \"description\": \"Name", $"\"{word}\": {{ \"description\": \"Name", StringComparison.Ordinal),
        }).ToArray();

        GeneratorRun.Of(files);
    }

    [Theory]
    [InlineData("System")]
    [InlineData("Parley")]
    [InlineData("Tickets")]
    [InlineData("Sample.System.Threading")]
    [InlineData("Sample.global")]
    public void A_namespace_may_be_called_as_others_are(string rootNamespace) =>
        GeneratorRun.Of(TicketsContract.Files, new RunOptions { RootNamespace = rootNamespace });

    [Theory]
    [InlineData("OperationIndex")]
    [InlineData("Envelopes")]
    [InlineData("Source")]
    [InlineData("Coded")]
    [InlineData("States")]
    [InlineData("CapabilitySets")]
    [InlineData("TicketsContract")]
    [InlineData("TicketChangedNotification")]
    [InlineData("TicketsNotifications")]
    [InlineData("Channels")]
    [InlineData("System")]
    [InlineData("Parley")]
    public void Names_of_a_manifest_do_not_meet_names_of_emitted_members(string name)
    {
        var files = TicketsContract.Files.Select(file => file with
        {
            Text = file.Text
                .Replace("\"Forget\": {", $"\"{name}\": {{", StringComparison.Ordinal)
                .Replace("\"DeskQuiet\"", $"\"{name}\"", StringComparison.Ordinal)
                .Replace("\"New\"", $"\"{name}\"", StringComparison.Ordinal),
        }).ToArray();

        GeneratorRun.Of(files);
    }

    private static void Rename(JsonObject request, JsonNode operation, string literal)
    {
        var properties = request["properties"]!.AsObject();
        properties.Remove("act");
        properties.Insert(0, Injection, new JsonObject { ["const"] = literal });
        request["required"]![0] = Injection;
        operation["wireName"] = literal;
    }

    /// <summary>The texts that a manifest may fill freely.</summary>
    private static List<TextNode> TextsIn(JsonNode node) => node switch
    {
        JsonObject members => [.. members.Where(member => member.Key is not "examples").SelectMany(member => member.Value switch
        {
            TextNode value when member.Key is "title" or "version" or "description" or "summary" => [value],
            JsonArray items when member.Key is "permissions" or "features" => [.. items.Select(item => item!.AsValue())],
            JsonObject or JsonArray => TextsIn(member.Value),
            _ => new List<TextNode>(),
        })],
        JsonArray items => [.. items.SelectMany(item => TextsIn(item!))],
        _ => [],
    };
}
