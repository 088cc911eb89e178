using System.Text.Json;
using ContactCenter.Contracts.AgentStates;
using ContactCenter.Contracts.Chat;
using Parley.ContractTesting;

namespace ContactCenter.ContractTests;

public sealed class BodyJudgeTests
{
    private readonly BodyJudge _chat = new(ChatContract.Descriptor);

    [Fact]
    public async Task Bodies_that_meet_their_schemas_pass() =>
        Assert.Empty(await _chat.JudgeAsync(Call("Chat.Accept: success", 200, """{"operationName":"Accept","nickname":"Anna"}""", """{"statusCode":0}""")));

    [Fact]
    public async Task Both_engines_find_what_is_wrong_with_request_and_response()
    {
        var verdicts = await _chat.JudgeAsync(Call("Chat.Accept: success", 200, """{"operationName":"Accept"}""", """{"statusCode":1}"""));
        Assert.Equal(4, verdicts.Count);
        Assert.Equal(2, verdicts.Count(verdict => verdict.Contains("chat/accept-request.schema.json", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_failure_is_judged_by_the_envelope() =>
        Assert.Equal(2, (await _chat.JudgeAsync(Call("Chat.Accept: wrong state", 400, """{"operationName":"Accept","nickname":"Anna"}""", """{"statusCode":0}"""))).Count);

    [Fact]
    public async Task A_request_that_is_to_be_refused_may_break_its_schema() =>
        Assert.Empty(await _chat.JudgeAsync(
            Call("Chat.Accept: invalid member", 400, """{"operationName":"Accept","nickname":""}""", """{"statusCode":2,"statusMessage":"no"}""")));

    [Fact]
    public async Task A_message_is_judged_by_its_data() =>
        Assert.Equal(
            2,
            (await _chat.JudgeAsync(new PactItem("pact.json", "Chat.InteractionStateMessage", true, "", "", 0, Json("""{"channel":"/c","data":{"id":"1"}}"""), default, default))).Count);

    [Fact]
    public async Task A_query_is_judged_as_the_values_that_its_texts_stand_for()
    {
        var judge = new BodyJudge(AgentStatesContract.Descriptor);
        var call = Call("AgentStates.GetAgentStates: permission denied", 403, "null", """{"message":"no"}""");
        Assert.Empty(await judge.JudgeAsync(call with { Query = Json("""{"start":["2015-11-26T16:00:00Z"],"limit":["1"]}""") }));
        Assert.Equal(2, (await judge.JudgeAsync(call with { Query = Json("""{"start":["2015-11-26T16:00:00Z"],"limit":["0"]}""") })).Count);
    }

    private static PactItem Call(string description, int status, string request, string response) =>
        new("pact.json", description, false, "POST", "/", status, Json(request), Json(response), default);

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
