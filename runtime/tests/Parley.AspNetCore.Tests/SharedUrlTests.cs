using System.Net;

namespace Parley.AspNetCore.Tests;

public sealed class SharedUrlTests(TestProgram program) : IClassFixture<TestProgram>
{
    [Fact]
    public async Task The_channel_of_the_resource_chooses_the_contract()
    {
        var (status, body) = await program.PostAsync("/tickets/vip-1", """{"operationName":"Close"}""");

        Assert.Equal((HttpStatusCode.OK, """{"code":0,"by":"vip vip-1"}"""), (status, body));
    }

    [Fact]
    public async Task An_unclaimed_channel_goes_to_the_contract_that_claims_none()
    {
        var (status, body) = await program.PostAsync("/tickets/1", """{"operationName":"Close"}""", "a;Clerk");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("reason", body);
    }

    [Fact]
    public async Task An_unknown_operation_fails_in_the_envelope_of_the_chosen_contract()
    {
        var (_, body) = await program.PostAsync("/tickets/vip-1", """{"operationName":"Open"}""");

        Assert.StartsWith("""{"status":"error","reason":""", body);
    }

    [Fact]
    public async Task A_body_that_is_too_large_to_read_fails_in_the_envelope_of_the_chosen_contract()
    {
        var (status, body) = await program.PostAsync("/tickets/vip-1", $$"""{"operationName":"Close","padding":"{{new string('x', 2000)}}"}""");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.StartsWith("""{"status":"error","reason":""", body);
    }
}
