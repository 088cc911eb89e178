using System.Text;
using System.Text.Json.Nodes;
using Parley.Pacts.StandInBroker.Support;

namespace Parley.Pacts.StandInBroker.Http;

/// <summary>A client's mistake is answered with 4xx and a sentence; the Pact core would repeat a call answered with 5xx for two minutes.</summary>
public sealed class BadInputTests
{
    private static readonly string Pact = Convert.ToBase64String(Encoding.UTF8.GetBytes(SamplePact.Of("a").ToJsonString()));

    [Theory]
    [InlineData("", "The body must be a JSON object")]
    [InlineData("{", "The body is not JSON")]
    [InlineData("[]", "The body must be a JSON object")]
    [InlineData("{}", "/pacticipantName is missing")]
    [InlineData("""{"pacticipantName":""}""", "/pacticipantName is empty")]
    [InlineData("""{"pacticipantName":7}""", "/pacticipantName must be a string")]
    [InlineData("""{"pacticipantName":"desktop","pacticipantVersionNumber":"1"}""", "has no contracts")]
    [InlineData("""{"pacticipantName":"desktop","pacticipantVersionNumber":"1","contracts":{}}""", "/contracts must be an array")]
    [InlineData("""{"pacticipantName":"desktop","pacticipantVersionNumber":"1","contracts":[7]}""", "/contracts/0 must be a JSON object")]
    [InlineData("""{"pacticipantName":"desktop","pacticipantVersionNumber":"1","tags":[1],"contracts":[{}]}""", "/tags/0 must be a string")]
    [InlineData("""{"pacticipantName":"desktop","pacticipantVersionNumber":"1","contracts":[{"specification":"openapi"}]}""", "/contracts/0 has a specification other than pact")]
    [InlineData("""{"pacticipantName":"web","pacticipantVersionNumber":"1","contracts":[{"specification":"pact","consumerName":"desktop","providerName":"p","content":"PACT"}]}""", "of consumer 'desktop' and not of 'web'")]
    [InlineData("""{"pacticipantName":"desktop","pacticipantVersionNumber":"1","contracts":[{"specification":"pact","consumerName":"desktop","providerName":"p","content":"?"}]}""", "not JSON in Base64")]
    [InlineData("""{"pacticipantName":"desktop","pacticipantVersionNumber":"1","contracts":[{"specification":"pact","consumerName":"desktop","providerName":"p","content":"ew=="}]}""", "not JSON in Base64")]
    [InlineData("""{"pacticipantName":"desktop","pacticipantVersionNumber":"1","contracts":[{"specification":"pact","consumerName":"desktop","providerName":"p","content":"PACT"}]}""", "its content says 'contact-center'")]
    public Task A_publication_that_cannot_be_read(string body, string sentence) =>
        RefusesAsync(HttpMethod.Post, "/contracts/publish", body.Replace("PACT", Pact, StringComparison.Ordinal), 400, sentence);

    [Theory]
    [InlineData("""{"consumerVersionSelectors":[{}]}""", "selects nothing")]
    [InlineData("""{"consumerVersionSelectors":[{"consumer":"desktop"}]}""", "/consumerVersionSelectors/0 selects nothing")]
    [InlineData("""{"consumerVersionSelectors":[{"mainbranch":true}]}""", "/consumerVersionSelectors/0/mainbranch is not known")]
    [InlineData("""{"consumerVersionSelectors":[{"mainBranch":"yes"}]}""", "/consumerVersionSelectors/0/mainBranch must be true or false")]
    [InlineData("""{"consumerVersionSelectors":[{"matchingBranch":true}]}""", "needs providerVersionBranch")]
    [InlineData("""{"consumerVersionSelectors":[{"environment":"moon"}]}""", "No environment is called 'moon'")]
    [InlineData("""{"includeWipPactsSince":"yesterday"}""", "'yesterday', which is not a date")]
    public Task A_request_for_pacts_that_cannot_be_read(string body, string sentence) =>
        RefusesAsync(HttpMethod.Post, "/pacts/provider/contact-center/for-verification", body, 400, sentence);

    [Theory]
    [InlineData("", "Say which version")]
    [InlineData("?q[][version]=1", "names no pacticipant")]
    [InlineData("?q[][pacticipant]=desktop&q[][colour]=red", "cannot have colour")]
    [InlineData("?q[][pacticipant]=desktop&latestby=moon", "latestby is 'moon'")]
    [InlineData("?q[][pacticipant]=desktop&wind=west", "wind is not known")]
    [InlineData("?q[][pacticipant]=desktop&environment=moon", "No environment is called 'moon'")]
    public Task A_question_to_the_matrix_that_cannot_be_read(string query, string sentence) =>
        RefusesAsync(HttpMethod.Get, "/matrix" + query, null, 400, sentence);

    [Theory]
    [InlineData("/nowhere", "does not answer GET /nowhere")]
    [InlineData("/pacticipants/nobody", "No pacticipant is called 'nobody'")]
    [InlineData("/pacticipants/desktop/versions/9", "'desktop' has no version '9'")]
    [InlineData("/pacts/provider/contact-center/consumer/desktop/version/9", "Version '9' of 'desktop' has no pact")]
    [InlineData("/pacts/provider/contact-center/consumer/desktop/pact-version/00", "No pact")]
    [InlineData("/environments/00", "No environment has the id 00")]
    [InlineData("/deployed-versions/00", "No deployed version has the id 00")]
    public Task What_is_not_there(string path, string sentence) => RefusesAsync(HttpMethod.Get, path, null, 404, sentence);

    [Theory]
    [InlineData("{}", "/name is missing")]
    [InlineData("""{"name":"test"}""", "An environment is called 'test' already")]
    [InlineData("""{"name":"x","production":"no"}""", "/production must be true or false")]
    public Task An_environment_that_cannot_be_made(string body, string sentence) => RefusesAsync(HttpMethod.Post, "/environments", body, 400, sentence);

    [Fact]
    public async Task An_ended_deployment_cannot_be_taken_back()
    {
        await using var broker = await StartAsync();
        var recorded = await broker.RecordAsync("pb:record-deployment", "desktop", "1", "test");

        var (status, document) = await broker.CallAsync(HttpMethod.Patch, BrokerCaller.Self(recorded), """{"currentlyDeployed":true}""");

        Assert.Equal(400, status);
        Assert.Contains("can only be ended", (string?)document["error"]!["message"]);
    }

    [Fact]
    public async Task A_result_without_a_verdict_is_refused_and_not_recorded()
    {
        await using var broker = await StartAsync();
        var (_, pact) = await broker.CallAsync(HttpMethod.Get, "/pacts/provider/contact-center/consumer/desktop/version/1");

        var (status, document) = await broker.CallAsync(HttpMethod.Post, (string)pact["_links"]!["pb:publish-verification-results"]!["href"]!, new JsonObject { ["providerApplicationVersion"] = "p1" });

        Assert.Equal(400, status);
        Assert.Contains("/success is missing", (string?)document["error"]!["message"]);
        Assert.Equal(404, (await broker.CallAsync(HttpMethod.Get, "/pacticipants/contact-center/versions/p1")).Status);
    }

    private static async Task RefusesAsync(HttpMethod method, string path, string? body, int expected, string sentence)
    {
        await using var broker = await StartAsync();

        var (status, document) = body is null ? await broker.CallAsync(method, path) : await broker.CallAsync(method, path, body);

        Assert.Equal(expected, status);
        Assert.Contains(sentence, (string?)document["error"]!["message"]);
    }

    private static async Task<BrokerCaller> StartAsync()
    {
        var broker = await BrokerCaller.StartAsync();
        await broker.CreateEnvironmentAsync("test");
        await broker.PublishAsync("1", SamplePact.Of("a"), "main");
        return broker;
    }
}
