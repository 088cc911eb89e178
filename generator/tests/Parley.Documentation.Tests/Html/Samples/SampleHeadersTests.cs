using Parley.Documentation.Html.Samples;
using Parley.Documentation.Model;

namespace Parley.Documentation.Tests.Html.Samples;

public sealed class SampleHeadersTests
{
    private static readonly DocumentationModel Model = Tests.Samples.GreetingModel((
        "greetings.contract.json", "\"parameters\": {", "\"headers\": { \"Accept\": { \"example\": \"text/it's\" }, \"x-trace\": { \"description\": \"Any number.\" } }, \"parameters\": {"));

    private static readonly OperationDocumentation Greet = Model.Operations.Single(operation => operation.Name == "Greet");

    private static readonly OperationDocumentation List = Model.Operations.Single(operation => operation.Name == "ListGreetings");

    [Fact]
    public void Curl_sends_those_that_have_an_example()
    {
        Assert.Equal("curl -u \"$USER\" \"$SERVER/greetings/maria\" \\\n  -H 'Accept: text/it'\\''s'", CurlSample.Of(List, null));
        Assert.Contains(" \\\n  -H 'Accept: text/it'\\''s' \\\n  -H 'Content-Type: application/json' \\\n  -d ", CurlSample.Of(Greet, null), StringComparison.Ordinal);
    }

    [Fact]
    public void JavaScript_sends_them_beside_those_of_every_call() =>
        Assert.Equal("const answer = await fetch('/greetings/maria', { headers: { ...headers, 'Accept': 'text/it\\'s' } });", JavaScriptSample.Of(List, [], null));

    [Fact]
    public void CSharp_says_that_the_client_sends_them() =>
        Assert.StartsWith("// The HttpClient sends Accept: text/it's\nvar client = ", new CSharpSample(new EmittedTypes(Model.Folder.Links)).Of(List, null), StringComparison.Ordinal);
}
