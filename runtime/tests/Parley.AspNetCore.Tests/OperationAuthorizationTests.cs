using System.Net;

namespace Parley.AspNetCore.Tests;

public sealed class OperationAuthorizationTests(TestProgram program) : IClassFixture<TestProgram>
{
    [Fact]
    public async Task An_operation_without_permissions_is_open_to_anyone() =>
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsync("/tickets/1", """{"operationName":"Open"}""")).Status);

    [Fact]
    public async Task An_anonymous_caller_is_denied_with_the_documented_code()
    {
        var (status, body) = await program.PostAsync("/tickets/1", """{"operationName":"Close","reason":"x"}""");

        Assert.Equal((HttpStatusCode.Forbidden, """{"code":20,"message":"Access denied"}"""), (status, body));
    }

    [Fact]
    public async Task An_anonymous_caller_of_a_closed_resource_is_denied_before_the_body_is_read() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await program.PostAsync("/pings", "{")).Status);

    [Theory]
    [InlineData("a;Clerk")]
    [InlineData("a;Chief")]
    public async Task One_of_the_permissions_is_enough(string user) =>
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsync("/tickets/1", """{"operationName":"Close","reason":"x"}""", user)).Status);

    [Fact]
    public async Task A_missing_permission_is_named()
    {
        var (status, body) = await program.PostAsync("/tickets/1", """{"operationName":"Close","reason":"x"}""", "a;Guest");

        Assert.Equal((HttpStatusCode.Forbidden, """{"code":5,"message":"Close needs the permission Clerk or Chief."}"""), (status, body));
    }

    [Fact]
    public async Task A_missing_feature_is_named_in_the_operations_own_envelope()
    {
        var (status, body) = await program.PostAsync("/tickets/1", """{"operationName":"Audit"}""", "a;Chief");

        Assert.Equal((HttpStatusCode.Forbidden, """{"status":"error","reason":"Audit needs the feature audit."}"""), (status, body));
    }

    [Fact]
    public async Task Permission_and_feature_together_open_the_operation() =>
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsync("/tickets/1", """{"operationName":"Audit"}""", "a;Chief;feature=audit")).Status);

    [Fact]
    public async Task Permission_is_asked_for_before_the_body_is_judged()
    {
        var (_, body) = await program.PostAsync("/tickets/1", """{"operationName":"Close"}""", "a;Guest");

        Assert.Contains("permission", body);
    }
}
