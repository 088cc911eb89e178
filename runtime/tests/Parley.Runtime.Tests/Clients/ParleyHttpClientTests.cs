using System.Net;
using Parley.Tests.Operations;

namespace Parley.Tests.Clients;

public sealed class ParleyHttpClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_goes_to_the_filled_template_below_the_base_address_as_JSON()
    {
        var server = new StubServer(_ => StubServer.Json("""{"name":"back"}"""));

        var outcome = await Send(server, ["a/b ?#%", "7"]);

        Assert.Equal(new Greeting("back"), outcome.Value);
        var request = Assert.Single(server.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("http://server/base/people/a%2Fb%20%3F%23%25/talks/7", request.Uri);
        Assert.Equal("""{"name":"Anna"}""", request.Body);
        Assert.Equal("application/json; charset=UTF-8", request.ContentType);
        Assert.Equal("application/json", Assert.Single(request.Headers.Accept).MediaType);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task A_value_that_would_change_the_path_is_refused(string value) =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await Send(new StubServer(_ => StubServer.Json("{}")), [value, "7"]));

    [Theory]
    [InlineData(404, """{"no":6,"why":"gone"}""", FailureKind.NotFound)]
    [InlineData(403, """{"no":5,"why":"no"}""", FailureKind.PermissionDenied)]
    [InlineData(400, """{"no":1,"why":"no"}""", FailureKind.MissingMember)]
    [InlineData(400, """{"no":2,"why":"several kinds share this code"}""", FailureKind.InvalidMember)]
    [InlineData(413, """{"no":2,"why":"the status decides"}""", FailureKind.BodyTooLarge)]
    [InlineData(418, """{"no":6,"why":"the code decides"}""", FailureKind.NotFound)]
    [InlineData(404, """{"no":99,"why":"the status decides"}""", FailureKind.NotFound)]
    [InlineData(418, """{"no":99,"why":"neither is documented"}""", FailureKind.InternalError)]
    [InlineData(200, """{"no":6,"why":"a failure in a successful reply"}""", FailureKind.NotFound)]
    public async Task A_failure_is_read_through_the_catalogue_in_reverse(int status, string body, FailureKind expected)
    {
        var outcome = await Send(new StubServer(_ => StubServer.Json(body, (HttpStatusCode)status)), ["1", "2"]);

        Assert.False(outcome.Succeeded);
        Assert.Equal(expected, outcome.Failure.Kind);
        Assert.Equal(status, outcome.Failure.HttpStatus);
        Assert.Contains($"\"no\":{outcome.Failure.Code},", body);
        Assert.Contains(outcome.Failure.Message, body);
    }

    [Fact]
    public async Task A_failure_from_before_the_operation_was_known_is_read_in_the_methods_envelope()
    {
        var server = new StubServer(_ => StubServer.Json("""{"no":4,"why":"down"}""", HttpStatusCode.InternalServerError));

        var outcome = await new ParleyHttpClient(server.Client()).SendAsync<Greeting>(GreetingContract.Farewell, ["1", "2"], Cancellation);

        Assert.Equal(FailureKind.InternalError, outcome.Failure?.Kind);
    }

    [Theory]
    [InlineData(200, """{"name":1}""", "application/json", "HTTP 200")]
    [InlineData(200, "<html>hello", "text/html", "media type 'text/html'")]
    [InlineData(502, """{"some":"proxy"}""", "application/json", "HTTP 502")]
    [InlineData(500, "", "application/json", "The body is empty")]
    public async Task Anything_else_is_an_exception_that_names_status_and_beginning(int status, string body, string mediaType, string expected)
    {
        var server = new StubServer(_ => new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue(mediaType)) });

        var exception = await Assert.ThrowsAsync<ParleyResponseException>(async () => await Send(server, ["1", "2"]));

        Assert.Contains(expected, exception.Message);
        Assert.Contains(body, exception.Message);
        Assert.Contains("POST /people/{id}/talks/{talk} (Hail)", exception.Message);
        Assert.Equal(status, (int)exception.Status);
    }

    [Fact]
    public async Task A_reply_over_the_limit_is_not_read_to_its_end()
    {
        var server = new StubServer(_ => StubServer.Json($$"""{"name":"{{new string('x', 500)}}"}"""));
        var client = new ParleyHttpClient(server.Client(), new ParleyHttpClientOptions { MaxReplyBytes = 100 });

        var exception = await Assert.ThrowsAsync<ParleyResponseException>(async () =>
            await client.SendAsync<Greeting, Greeting>(GreetingContract.Hail, ["1", "2"], new Greeting("Anna"), Cancellation));

        Assert.Contains("more than 100 bytes", exception.Message);
    }

    [Fact]
    public async Task Query_members_become_parameters()
    {
        var server = new StubServer(_ => StubServer.Json("""{"name":"x"}"""));

        await new ParleyHttpClient(server.Client()).QueryAsync<Greeting, Greeting>(GreetingContract.Find, [], new Greeting("a&b=ü"), Cancellation);

        var request = Assert.Single(server.Requests);
        Assert.Equal("http://server/base/people?name=a%26b%3D%C3%BC", request.Uri);
        Assert.Null(request.Body);
    }

    [Fact]
    public async Task An_operation_without_request_is_still_named_in_the_body()
    {
        var server = new StubServer(_ => StubServer.Json("""{"name":"x"}"""));

        await new ParleyHttpClient(server.Client()).SendAsync<Greeting>(GreetingContract.Hail, ["1", "2"], Cancellation);

        Assert.Equal("""{"op":"Hello"}""", Assert.Single(server.Requests).Body);
    }

    [Fact]
    public async Task Without_request_and_discriminator_there_is_no_body()
    {
        var server = new StubServer(_ => StubServer.Json("""{"name":"x"}"""));

        await new ParleyHttpClient(server.Client()).SendAsync<Greeting>(GreetingContract.Find, [], Cancellation);

        Assert.Null(Assert.Single(server.Requests).Body);
    }

    [Fact]
    public async Task A_token_against_forgery_is_echoed_in_the_header_that_the_server_names()
    {
        var server = new StubServer(_ =>
        {
            var reply = StubServer.Json("""{"name":"x"}""");
            reply.Headers.Add("X-CSRF-HEADER", "X-CSRF-TOKEN");
            reply.Headers.Add("X-CSRF-TOKEN", "secret");
            return reply;
        });
        var client = new ParleyHttpClient(server.Client());

        await client.SendAsync<Greeting>(GreetingContract.Hail, ["1", "2"], Cancellation);
        await client.SendAsync<Greeting>(GreetingContract.Hail, ["1", "2"], Cancellation);

        Assert.False(server.Requests[0].Headers.Contains("X-CSRF-TOKEN"));
        Assert.Equal(["secret"], server.Requests[1].Headers.GetValues("X-CSRF-TOKEN"));
    }

    private static ValueTask<Outcome<Greeting>> Send(StubServer server, ReadOnlySpan<string> path) =>
        new ParleyHttpClient(server.Client()).SendAsync<Greeting, Greeting>(GreetingContract.Hail, path, new Greeting("Anna"), Cancellation);
}
