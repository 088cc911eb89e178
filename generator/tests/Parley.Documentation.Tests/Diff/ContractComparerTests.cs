using System.Text.Json.Nodes;
using Parley.Documentation.Diff;
using Edit = (string Path, string Old, string New);

namespace Parley.Documentation.Tests.Diff;

public sealed class ContractComparerTests
{
    private const string Manifest = "greetings.contract.json";
    private const string Request = "greet-request.schema.json";
    private const string Payload = "greeting-said.schema.json";
    private const string Name = "\"name\": { \"type\": \"string\", \"maxLength\": 20, \"description\": \"Whom.\" }";
    private const string Text = "\"text\": { \"type\": \"string\", \"maxLength\": 200, \"description\": \"What was said.\" }";

    /// <summary>What a member of the request is, before and after, and the class of the change.</summary>
    public static TheoryData<string, string, string, string> Schemas => new()
    {
        // Old member, new member, class in a request, class in an answer.
        { """{"type":"string"}""", """{"type":["string","null"]}""", "compatible", "breaking" },
        { """{"type":["string","null"]}""", """{"type":"string"}""", "breaking", "compatible" },
        { """{"type":"integer"}""", """{"type":"number"}""", "compatible", "breaking" },
        { """{"type":"string"}""", """{"type":"integer"}""", "breaking", "breaking" },
        { """{"type":"string"}""", "{}", "compatible", "breaking" },
        { """{"enum":["a"]}""", """{"enum":["a","b"]}""", "compatible", "breaking" },
        { """{"enum":["a","b"]}""", """{"const":"a"}""", "breaking", "compatible" },
        { """{"enum":["a","b"]}""", """{"type":"string"}""", "compatible breaking", "breaking compatible" },
        { """{"enum":[1]}""", """{"enum":[1.0]}""", "", "" },
        { """{"maxLength":5}""", """{"maxLength":4}""", "breaking", "compatible" },
        { """{"maxLength":5}""", """{"maxLength":6}""", "compatible", "breaking" },
        { """{"maxLength":5}""", "{}", "compatible", "breaking" },
        { "{}", """{"minimum":1}""", "breaking", "compatible" },
        { """{"minimum":1}""", """{"minimum":0.5}""", "compatible", "breaking" },
        { """{"multipleOf":2}""", """{"multipleOf":4}""", "breaking", "compatible" },
        { """{"multipleOf":4}""", """{"multipleOf":6}""", "breaking", "breaking" },
        { """{"pattern":"a"}""", """{"pattern":"b"}""", "breaking", "breaking" },
        { """{"pattern":"a"}""", "{}", "compatible", "breaking" },
        { """{"uniqueItems":true}""", """{"uniqueItems":false}""", "compatible", "breaking" },
        { """{"contains":true,"minContains":0}""", """{"contains":true}""", "breaking", "compatible" },
        { """{"items":{"type":"string"}}""", """{"items":{"type":["string","null"]}}""", "compatible", "breaking" },
        { """{"additionalProperties":true}""", """{"additionalProperties":false}""", "breaking", "compatible" },
        { """{"properties":{"a":{}}}""", """{"properties":{"a":{},"b":{}}}""", "compatible", "compatible" },
        { """{"properties":{"a":{}}}""", """{"properties":{"a":{},"b":{}},"required":["b"]}""", "breaking", "compatible" },
        { """{"properties":{"a":{}},"additionalProperties":false}""", """{"properties":{"a":{},"b":{}},"additionalProperties":false}""", "compatible", "breaking" },
        { """{"properties":{"a":{},"b":{}}}""", """{"properties":{"a":{}}}""", "compatible", "breaking" },
        { """{"properties":{"a":{},"b":{}},"additionalProperties":false}""", """{"properties":{"a":{}},"additionalProperties":false}""", "breaking", "breaking" },
        { """{"properties":{"a":{}}}""", """{"properties":{"a":{}},"required":["a"]}""", "breaking", "compatible" },
        { """{"properties":{"a":{}},"required":["a"]}""", """{"properties":{"a":{}}}""", "compatible", "breaking" },
        { """{"oneOf":[{"const":1},{"const":2}]}""", """{"oneOf":[{"const":2},{"const":1},{"const":3}]}""", "compatible", "breaking" },
        { """{"anyOf":[{"const":1},{"const":2}]}""", """{"anyOf":[{"const":1}]}""", "breaking", "compatible" },
        { """{"allOf":[{"minLength":1}]}""", """{"allOf":[{"minLength":1},{"maxLength":9}]}""", "breaking", "compatible" },
        { """{"not":{"const":1}}""", """{"not":{"const":2}}""", "breaking", "breaking" },
        { """{"if":true,"then":{"minLength":1}}""", """{"if":true,"then":{"minLength":2}}""", "breaking", "breaking" },
        { """{"dependentRequired":{"a":["b"]}}""", """{"dependentRequired":{"a":["b","c"]}}""", "breaking", "compatible" },
        { """{"patternProperties":{"^a":{"maxLength":1}}}""", """{"patternProperties":{"^a":{"maxLength":2}}}""", "compatible", "breaking" },
        { """{"prefixItems":[true]}""", """{"prefixItems":[{"type":"string"}]}""", "breaking", "compatible" },
        { """{"prefixItems":[false]}""", """{"prefixItems":[true]}""", "compatible", "breaking" },
        { """{"$ref":"tone.schema.json"}""", """{"type":"string","enum":["warm","cold"]}""", "documentation", "documentation" },
        { """{"$ref":"tone.schema.json"}""", """{"$ref":"tone.schema.json","maxLength":3}""", "breaking", "compatible" },
        { """{"format":"uri"}""", """{"format":"uuid"}""", "documentation", "documentation" },
        { """{"description":"a"}""", """{"description":"b","x-note":1}""", "documentation", "documentation" },
        { """{"type":"string","minLength":1}""", """{"minLength":1,"type":"string"}""", "", "" },
    };

    /// <summary>An edit of the manifest and what it is found to be.</summary>
    public static TheoryData<string, string, string> Manifests => new()
    {
        { "\"title\": \"Greetings\"", "\"title\": \"Hello\"", "documentation: The title has changed. [Greetings]" },
        { "\"version\": \"1.0\"", "\"version\": \"1.1\"", "documentation: The version has changed. [Greetings]" },
        { "\"permissions\": [\"Agent\", \"Admin\"]", "\"permissions\": [\"Agent\"]", "breaking: It is no longer allowed with the permission 'Admin'. [Greetings.Greet]" },
        { "\"permissions\": [\"Agent\", \"Admin\"]", "\"permissions\": [\"Agent\", \"Admin\", \"Guest\"]", "compatible: It is also allowed with the permission 'Guest'. [Greetings.Greet]" },
        { "\"permissions\": [\"Agent\", \"Admin\"],", "", "compatible: It is allowed without permission now. [Greetings.Greet]" },
        { "\"from\": [\"Greeted\"],", "\"capability\": \"ForgetPerson\",", "compatible: It is allowed in every state now. [Greetings.Forget]" },
        { "\"to\": \"Gone\"", "\"permissions\": [\"Admin\"], \"to\": \"Gone\"", "breaking: It is allowed only with the permission 'Admin' now. [Greetings.Forget]" },
        { "\"features\": [\"voice\"]", "\"features\": [\"voice\", \"video\"]", "breaking: It needs the feature 'video' too. [Greetings.Greet]" },
        { "\"features\": [\"voice\"]", "\"features\": [\"voice\", \"video\", \"fax\"]", "breaking: It needs the features 'video', 'fax' too. [Greetings.Greet]" },
        { "\"permissions\": [\"Agent\", \"Admin\"]", "\"permissions\": [\"Guest\"]", "breaking: It is no longer allowed with the permission 'Agent' or 'Admin'. [Greetings.Greet]\ncompatible: It is also allowed with the permission 'Guest'. [Greetings.Greet]" },
        { "\"features\": [\"voice\"],", "", "compatible: It needs the feature 'voice' no longer. [Greetings.Greet]" },
        { "\"from\": [\"Waiting\", \"Greeted\"]", "\"from\": [\"Waiting\"]", "breaking: It is no longer allowed in the state 'Greeted'. [Greetings.Greet]" },
        { "\"from\": [\"Greeted\"]", "\"from\": [\"Greeted\", \"Waiting\"]", "compatible: It is also allowed in the state 'Waiting'. [Greetings.Forget]" },
        { "\"to\": \"Greeted\"", "\"to\": \"Waiting\"", "breaking: The state that it leads to was 'Greeted' and is 'Waiting'. [Greetings.Greet]" },
        { "\"notifies\": [\"GreetingSaid\"],", "", "breaking: It causes 'GreetingSaid' no longer. [Greetings.Greet]" },
        { "\"to\": \"Gone\"", "\"to\": \"Gone\", \"notifies\": [\"GreetingSaid\"]", "compatible: It causes 'GreetingSaid' too. [Greetings.Forget]" },
        { "\"channel\": \"/greetings\"", "\"channel\": \"/hello\"", "breaking: The channel was '/greetings' and is '/hello'. [Greetings.GreetingSaid]" },
        { "\"summary\": \"Greets somebody.\"", "\"summary\": \"Greets.\"", "documentation: The summary has changed. [Greetings.Greet]" },
        { "\"terminal\": true", "\"terminal\": false", "breaking: The state 'Gone' is no longer terminal. [Greetings]" },
        { "\"Gone\": {", "\"Lost\": { \"description\": \"Lost.\" }, \"Gone\": {", "compatible: The state 'Lost' is new. [Greetings]" },
        { "\"ListGreetings\": { \"summary\": \"Lists greetings.\", \"query\": { \"$ref\": \"list-query.schema.json\" } }", "\"ListGreetings\": { \"summary\": \"Lists greetings.\" }", "breaking: The query parameter 'limit' is gone. [Greetings.ListGreetings query]" },
        { "\"members\": { \"code\": \"code\", \"message\": \"message\" }", "\"members\": { \"code\": \"code\", \"message\": \"message\" }, \"description\": \"Plain.\"", "" },
    };

    [Theory]
    [MemberData(nameof(Schemas))]
    public void A_change_of_a_schema_is_classed_in_the_direction_of_the_message(string before, string after, string inRequest, string inAnswer)
    {
        Assert.Equal(inRequest, Classes(Request, Name, $"\"name\": {before}", $"\"name\": {after}"));
        Assert.Equal(inAnswer, Classes(Payload, Text, $"\"text\": {before}", $"\"text\": {after}"));

        static string Classes(string path, string place, string before, string after) => string.Join(' ', ContractComparer
            .Compare(Samples.Greeting((path, place, before)), Samples.Greeting((path, place, after)), TestContext.Current.CancellationToken)
            .Select(change => (change.IsInOld, Name: ChangeLog.NameOf(change.Class)))
            .OrderByDescending(change => change.IsInOld).Select(change => change.Name).Distinct());
    }

    [Theory]
    [MemberData(nameof(Manifests))]
    public void A_change_of_a_manifest_is_classed(string old, string @new, string expected)
    {
        var changes = Compare((Manifest, old, @new));

        Assert.Equal(expected, string.Join('\n', changes.Select(change => $"{ChangeLog.NameOf(change.Class)}: {change.Message} [{string.Join(", ", change.Subjects)}]")));
    }

    [Fact]
    public void A_renamed_operation_is_gone_and_new()
    {
        var changes = Compare((Manifest, "\"Forget\": {", "\"Erase\": {"));

        Assert.Equal(
            ["breaking The operation 'Forget' is gone.", "compatible The operation 'Erase' is new."],
            changes.Select(change => $"{ChangeLog.NameOf(change.Class)} {change.Message}"));
    }

    [Fact]
    public void A_change_of_a_shared_schema_is_one_change_in_each_direction()
    {
        var changes = Compare(("tone.schema.json", "\"cold\"", "\"cold\", \"dry\""));

        Assert.Equal(
            ["""/new/tone.schema.json(1,72): breaking: #/enum: The value "dry" is new. [Greetings.GreetingSaid]""", """/new/tone.schema.json(1,72): compatible: #/enum: The value "dry" is new. [Greetings.Greet request]"""],
            changes.Select(change => ChangeLog.Line(change, "/old/", "/new/")));
    }

    [Theory]
    [InlineData("\"cold\"", "\"cold\", \"dry\", \"wry\"", "The values \"dry\", \"wry\" are new.")]
    [InlineData(", \"cold\"", "", "The value \"cold\" is gone.")]
    [InlineData("[\"warm\", \"cold\"]", "[\"warm\", \"dry\"]", "The value \"dry\" is new.", "The value \"cold\" is gone.")]
    [InlineData(", \"enum\": [\"warm\", \"cold\"]", "", "Not only \"warm\", \"cold\" are allowed any more.")]
    public void One_value_is_and_several_are(string old, string @new, params string[] messages) =>
        Assert.Equal(messages.Order(StringComparer.Ordinal), Compare(("tone.schema.json", old, @new), (Manifest, ", \"tone\": \"warm\"", "")).Where(change => change.Class != ChangeClass.Documentation).Select(change => change.Message).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void What_is_gone_is_shown_where_it_stood()
    {
        var change = Assert.Single(Compare((Request, ",\n    \"tone\": { \"$ref\": \"tone.schema.json\", \"description\": \"How.\" }", ""), (Manifest, ", \"tone\": \"warm\"", "")), change => change.Class == ChangeClass.Breaking);

        Assert.Equal("/old/greet-request.schema.json(8,13): breaking: #/properties/tone: The member 'tone' is gone. [Greetings.Greet request]", ChangeLog.Line(change, "/old/", "/new/"));
    }

    [Fact]
    public void The_repository_does_not_differ_from_itself() =>
        Assert.Empty(ContractComparer.Compare(Samples.Repository(), Samples.Repository(), TestContext.Current.CancellationToken));

    [Fact]
    public void Json_counts_the_classes_and_gives_each_place()
    {
        var json = JsonNode.Parse(ChangeLog.WriteJson(Compare((Request, "\"maxLength\": 20", "\"maxLength\": 10")), "old/", "new/"))!;

        Assert.Equal(1, (int)json["breaking"]!);
        Assert.Equal(0, (int)json["compatible"]!);
        Assert.Equal(
            """{"class":"breaking","message":"'maxLength' was 20 and is 10.","subjects":["Greetings.Greet request"],"version":"new","path":"new/greet-request.schema.json","pointer":"#/properties/name/maxLength","line":7,"column":46}""",
            json["changes"]![0]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public void Markdown_has_a_section_for_each_class_that_occurs()
    {
        var markdown = ChangeLog.WriteMarkdown(Compare((Request, "\"maxLength\": 20", "\"maxLength\": 10"), (Manifest, "\"version\": \"1.0\"", "\"version\": \"2.0\"")));

        Assert.Equal(
            """
            ### Breaking changes

            - **Greetings.Greet request**: 'maxLength' was 20 and is 10. (`greet-request.schema.json:7`, `#/properties/name/maxLength`)

            ### Documentation

            - **Greetings**: The version has changed. (`greetings.contract.json:4`, `#/version`)

            """.ReplaceLineEndings("\n"),
            markdown);
        Assert.Equal("No changes.\n", ChangeLog.WriteMarkdown([]));
    }

    private static IReadOnlyList<ContractChange> Compare(params Edit[] edits) =>
        ContractComparer.Compare(Samples.Greeting(), Samples.Greeting(edits), TestContext.Current.CancellationToken);
}
