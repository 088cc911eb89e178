using System.Net;
using System.Text.Json;

namespace Parley.AspNetCore.Tests;

public sealed class ServiceChannelTests(TestProgram program) : IClassFixture<TestProgram>
{
    [Fact]
    public async Task A_service_channel_runs_the_same_operations_for_the_sessions_user()
    {
        var answer = await CallAsync("carla;Clerk", """{"operationName":"Ping","referenceId":5}""");

        Assert.Equal("""{"code":0,"by":"carla","referenceId":5}""", answer);
    }

    [Fact]
    public async Task A_service_channel_asks_for_the_same_permissions()
    {
        var answer = await CallAsync("guido;Guest", """{"operationName":"Ping","referenceId":5}""");

        Assert.Equal("""{"code":5,"message":"Ping needs the permission Clerk.","referenceId":5}""", answer);
    }

    [Fact]
    public async Task A_bad_message_fails_in_the_contracts_envelope()
    {
        var answer = await CallAsync("carla;Clerk", """{"operationName":"Pong"}""");

        Assert.Contains("/operationName", answer);
        Assert.Contains("\"code\":2", answer);
    }

    private async Task<string> CallAsync(string user, string data)
    {
        var handshake = await SendAsync(user, """[{"channel":"/meta/handshake","version":"1.0","supportedConnectionTypes":["long-polling"]}]""");
        var clientId = handshake[0].GetProperty("clientId").GetString();

        // The answer may come beside the acknowledgement or with the next connect.
        var replies = await SendAsync(user, $$"""[{"channel":"/service/pings","id":"9","clientId":"{{clientId}}","data":{{data}}}]""");
        if (!replies.Any(message => message.TryGetProperty("data", out _)))
            replies = await SendAsync(user, $$$"""[{"channel":"/meta/connect","clientId":"{{{clientId}}}","connectionType":"long-polling","advice":{"timeout":0}}]""");
        return replies.Single(message => message.TryGetProperty("data", out _)).GetProperty("data").GetRawText();
    }

    private async Task<JsonElement[]> SendAsync(string user, string messages)
    {
        var (status, body) = await program.PostAsync("/notifications", messages, user);
        Assert.Equal(HttpStatusCode.OK, status);
        return JsonSerializer.Deserialize<JsonElement[]>(body)!;
    }
}
