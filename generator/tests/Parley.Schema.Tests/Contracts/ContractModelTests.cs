using Parley.Schema.Linking;
using Parley.Schema.Model;
using Parley.Schema.Reading;
using Parley.Schema.Tests.Diagnostics;

namespace Parley.Schema.Tests.Contracts;

public sealed class ContractModelTests
{
    private static readonly IReadOnlyList<SchemaFile> Files = DiagnosticPage.ExampleFiles();

    [Fact]
    public void Manifest_becomes_a_model()
    {
        var contract = Assert.Single(Load.Clean(Load.All(Files)).Contracts);
        var resource = Assert.Single(contract.Resources);
        var method = Assert.Single(resource.Methods);
        var operation = Assert.Single(method.Operations);

        Assert.Equal(("Greetings", "1.0", "Root"), (contract.Name, contract.Version, contract.Namespace));
        Assert.Equal(new ParameterModel("id", "id", "Who is greeted."), Assert.Single(resource.Parameters));
        Assert.Equal(("POST", "operationName", "plain"), (method.Verb, method.Discriminator, method.Envelope));
        Assert.Equal((0, "Greet", "Greet", "Greet"), (operation.Index, operation.Name, operation.WireName, operation.Capability));
        Assert.Equal(("global::Root.GreetRequest", "global::Root.Greeted"), (operation.Request!.TypeName, operation.Success.TypeName));
        Assert.Equal(["Waiting"], operation.From);
        Assert.Equal("Greeted", operation.To);
        Assert.Equal(["GreetingSaid"], operation.Notifies);
        Assert.Equal([new StateModel("Waiting", "Waiting", "Nobody has greeted yet.", false), new StateModel("Greeted", "Greeted", "Somebody has.", true)], contract.States);
    }

    [Fact]
    public void Headers_are_described_and_change_nothing_of_the_model()
    {
        const string Parameters = "\"parameters\": {";
        static string With(string headers) => $"\"headers\": {headers}, {Parameters}";

        var model = Load.Clean(Edit(("greetings.contract.json", Parameters, With("""{ "x-trace": { "description": "A number.", "example": "7" } }""")))).Contracts[0];

        Assert.Equal(Load.All(Files).Contracts[0] with { Sources = model.Sources }, model);
        Assert.Equal(["PAR3004"], Edit(("greetings.contract.json", Parameters, With("""{ "x trace": {} }"""))).Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Equal(["PAR3004"], Edit(("greetings.contract.json", Parameters, With("""{ "": {} }"""))).Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Equal(["PAR3002"], Edit(("greetings.contract.json", Parameters, With("""{ "x-trace": { "value": "7" } }"""))).Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Equal(["PAR3001"], Edit(("greetings.contract.json", Parameters, With("{}"))).Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void Envelopes_that_no_operation_uses_are_read_all_the_same()
    {
        var contract = Load.Clean(Edit(("greetings.contract.json", "\"envelopes\": { \"$ref\": \"envelopes.json\" }", $"\"envelopes\": {WithTwin(Files.Single(file => file.Path == "envelopes.json").Text)}"))).Contracts[0];

        Assert.Equal(["plain"], contract.Envelopes.Select(envelope => envelope.Name));
        Assert.Equal([contract.Envelopes[0] with { Name = "twin", Identifier = "Twin" }], contract.UnusedEnvelopes);

        static string WithTwin(string envelopes)
        {
            var plain = envelopes[envelopes.IndexOf("\"plain\"", StringComparison.Ordinal)..envelopes.LastIndexOf('}')];
            return "{" + plain + "," + plain.Replace("\"plain\"", "\"twin\"", StringComparison.Ordinal) + "}";
        }
    }

    [Fact]
    public void Envelope_binds_members_to_properties_and_has_every_failure()
    {
        var envelope = Assert.Single(Load.All(Files).Contracts[0].Envelopes);

        Assert.Equal(("plain", "Plain", "Code", "Message", null, null), (envelope.Name, envelope.Identifier, envelope.Code, envelope.Message, envelope.Correlation, envelope.CorrelationMember));
        Assert.Equal(
            ["MalformedBody", "BodyTooLarge", "UnknownOperation", "MissingMember", "InvalidMember", "WrongState", "Forbidden", "PermissionDenied", "NotAuthenticated", "NotFound", "InternalError"],
            envelope.Failures.Select(failure => failure.Kind));
        Assert.Equal(new FailureModel("NotFound", 6, 404, "There is no such resource."), envelope.Failures[9]);
    }

    [Fact]
    public void Envelope_without_failures_has_a_row_for_every_kind()
    {
        var documented = Load.All(Files).Contracts[0].Envelopes[0].Failures;
        var text = Files.Single(file => file.Path == "envelopes.json").Text;
        var table = text[text.IndexOf(",\n    \"failures\"", StringComparison.Ordinal)..text.LastIndexOf("\n  }", StringComparison.Ordinal)];

        var standard = Load.Clean(Edit(("envelopes.json", table, ""))).Contracts[0].Envelopes[0].Failures;

        Assert.Equal(documented.Select(failure => failure.Kind), standard.Select(failure => failure.Kind));
        Assert.All(standard, failure => Assert.InRange(failure.HttpStatus, 400, 599));
    }

    [Fact]
    public void Correlation_names_the_request_member()
    {
        var envelope = Load.Clean(Edit(
            ("envelopes.json", "\"message\": \"message\"", "\"message\": \"message\", \"correlation\": \"ref-id\""),
            ("failed.schema.json", "\"properties\": {", "\"properties\": { \"ref-id\": { \"type\": \"integer\" },"))).Contracts[0].Envelopes[0];

        Assert.Equal(("RefId", "ref-id"), (envelope.Correlation, envelope.CorrelationMember));
    }

    [Fact]
    public void Selectors_are_required_members_with_constant_strings()
    {
        var contract = Load.Clean(Edit(
            ("greeting-said.schema.json", "\"properties\": {", """
                "properties": {
                  "kind": { "$ref": "#/$defs/kind" }, "optional": { "const": "x" }, "number": { "const": 1 },
                """),
            ("greeting-said.schema.json", "\"required\": [", "\"$defs\": { \"kind\": { \"enum\": [\"a\", \"b\"] } }, \"required\": [\"kind\", \"number\", "))).Contracts[0];

        Assert.Equal(
            [new SelectorModel("kind", new(["a", "b"])), new SelectorModel("messageType", new(["GreetingSaid"]))],
            contract.Notifications[0].Selectors);
    }

    [Fact]
    public void Sources_are_the_manifest_and_all_that_it_reaches()
    {
        var files = Files.Append(new SchemaFile("unused.schema.json", "true"))
            .Append(new SchemaFile("name.schema.json", "{\r\n}"))
            .Select(file => file.Path == "greet-request.schema.json"
                ? file with { Text = file.Text.Replace("{ \"type\": \"string\" }", "{ \"$ref\": \"name.schema.json\" }", StringComparison.Ordinal) }
                : file);

        var sources = Load.Clean(Load.All(files)).Contracts[0].Sources;

        Assert.Equal(
            ["envelopes.json", "failed.schema.json", "greet-request.schema.json", "greeted.schema.json", "greeting-said.schema.json", "greetings.contract.json", "name.schema.json"],
            sources.Select(source => source.Path));
        Assert.Equal("{\n}", sources[6].Text);
    }

    [Theory]
    [InlineData("\"from\": [\"Waiting\"],", "Greet")]
    [InlineData("", null)]
    [InlineData("\"capability\": \"Hello\",", "Hello")]
    [InlineData("\"from\": [\"Waiting\"], \"capability\": false,", null)]
    public void Capability_defaults_to_the_wire_name_of_operations_with_states(string members, string? expected)
    {
        var contract = Load.Clean(Edit(("greetings.contract.json", "\"from\": [\"Waiting\"],", members))).Contracts[0];

        Assert.Equal(expected, contract.Resources[0].Methods[0].Operations[0].Capability);
    }

    [Fact]
    public void Query_parameters_have_the_kind_that_their_text_is_read_as()
    {
        var files = Files.Where(file => file.Path != "greetings.contract.json").Append(new SchemaFile("list.contract.json", """
            {
              "name": "Lists", "title": "Lists", "version": "1", "envelopes": { "$ref": "envelopes.json" },
              "resources": { "/lists": { "get": { "envelope": "plain", "operations": {
                "List": { "summary": "Lists.", "query": { "$ref": "list-query.schema.json" }, "success": { "$ref": "greeting-said.schema.json" } } } } } }
            }
            """)).Append(new SchemaFile("list-query.schema.json", """
            { "type": "object", "properties": {
              "page": { "type": "integer" }, "ratio": { "type": "number" }, "all": { "type": "boolean" }, "fields": { "const": "*" }, "kind": { "enum": ["a"] } } }
            """));

        var operation = Load.Clean(Load.All(files)).Contracts[0].Resources[0].Methods[0].Operations[0];

        Assert.Equal(
            [("page", "Number"), ("ratio", "Number"), ("all", "Boolean"), ("fields", "String"), ("kind", "String")],
            operation.QueryParameters.Select(parameter => (parameter.Name, parameter.Kind)));
        Assert.Null(operation.WireName);
        Assert.Equal("global::Root.GreetingSaid", operation.Success.TypeName);
    }

    [Fact]
    public void Envelopes_may_stand_in_the_manifest()
    {
        var envelopes = Files.Single(file => file.Path == "envelopes.json").Text;
        var result = Edit(("greetings.contract.json", """{ "$ref": "envelopes.json" }""", envelopes));

        Assert.Equal("plain", Load.Clean(result).Contracts[0].Envelopes[0].Name);
    }

    [Fact]
    public void Envelopes_may_be_a_part_of_a_file()
    {
        var text = Files.Single(file => file.Path == "envelopes.json").Text;
        (string, string, string) part = ("envelopes.json", text, "{ \"ours\": " + text + "}");

        Assert.Single(Load.Clean(Edit(part, ("greetings.contract.json", "envelopes.json", "envelopes.json#/ours"))).Contracts);
        Load.Expect(Edit(part, ("greetings.contract.json", "envelopes.json", "envelopes.json#/theirs")), "greetings.contract.json(5,26) PAR2003");
    }

    [Fact]
    public void Contract_with_an_error_leaves_the_others_alone()
    {
        var other = Files.Single(file => file.Path == "greetings.contract.json");
        var files = Files.Select(file => file == other ? file with { Text = file.Text.Replace("\"Idle\"", "", StringComparison.Ordinal).Replace("[\"Waiting\"]", "[\"Idle\"]", StringComparison.Ordinal) } : file)
            .Append(new SchemaFile("hello.contract.json", other.Text.Replace("\"Greetings\"", "\"Hello\"", StringComparison.Ordinal).Replace("/greetings/", "/hello/", StringComparison.Ordinal)));

        var result = Load.Expect(Load.All(files), "greetings.contract.json(20,22) PAR3012");

        Assert.Equal(["Hello"], result.Contracts.Select(contract => contract.Name));
        Assert.Equal(4, result.Schemas.Count);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ \"name\": 1, \"resources\": [], \"envelopes\": 1, \"states\": 1, \"notifications\": { \"examples\": { \"payload\": { \"$ref\": \"a.schema.json#/items\" } } } }")]
    [InlineData("{ \"envelopes\": { \"$ref\": \"x.contract.json\" }, \"resources\": { \"/\": { \"get\": { \"operations\": { \"\": null } } } } }")]
    [InlineData("{ \"envelopes\": { \"plain\": { \"failure\": { \"$ref\": 1 }, \"failures\": { \"notFound\": 1 } } }, \"resources\": { \"x\": 1 } }")]
    public void Any_json_as_a_manifest_gives_diagnostics_and_no_crash(string text)
    {
        var result = Load.Files(("x.contract.json", text), ("a.schema.json", """{ "items": { "type": "string" } }"""));

        Assert.NotEmpty(result.Diagnostics);
        Assert.Empty(result.Contracts);
    }

    [Fact]
    public void Every_member_of_the_example_replaced_by_anything_gives_diagnostics_and_no_crash()
    {
        string[] values = ["null", "1", "\"x\"", "[]", "{}", "[null]", "{ \"$ref\": \"greetings.contract.json#\" }", "{ \"\": {} }"];
        foreach (var file in Files)
        {
            foreach (var colon in Enumerable.Range(0, file.Text.Length).Where(i => file.Text[i] == ':' && file.Text[i - 1] == '"'))
            {
                foreach (var value in values)
                    Load.All(Files.Select(other => other == file ? file with { Text = ReplaceValue(file.Text, colon + 1, value) } : other));
            }
        }
    }

    private static string ReplaceValue(string text, int at, string value)
    {
        var depth = 0;
        var end = at;
        for (; end < text.Length && (depth > 0 || text[end] is not (',' or '}' or '\n')); end++)
            depth += text[end] is '{' or '[' ? 1 : text[end] is '}' or ']' ? -1 : 0;
        return text[..at] + value + text[end..];
    }

    private static LinkResult Edit(params (string Path, string From, string To)[] edits)
    {
        var files = Files.ToList();
        foreach (var (path, from, to) in edits)
        {
            var index = files.FindIndex(file => file.Path == path);
            Assert.Contains(from, files[index].Text, StringComparison.Ordinal);
            files[index] = files[index] with { Text = files[index].Text.Replace(from, to, StringComparison.Ordinal) };
        }

        return Load.All(files);
    }
}
