using System.Net;
using System.Text;

namespace Parley.AspNetCore.Tests;

public sealed class OperationEndpointTests(TestProgram program) : IClassFixture<TestProgram>
{
    private const string Clerk = "carla;Clerk";

    [Fact]
    public async Task A_call_reaches_its_handler_with_path_body_and_caller()
    {
        var (status, body) = await program.PostAsync("/tickets/t%201", """{"operationName":"Close","reason":"solved"}""", Clerk);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("""{"code":0,"by":"t 1 by carla: solved"}""", body);
    }

    [Theory]
    [InlineData("a%2Fb", "a/b")]
    [InlineData("a%2fb", "a/b")]
    [InlineData("a%252Fb", "a%2Fb")]
    [InlineData("a%2Fb%252Fc%20d/?q=/%2F", "a/b%2Fc d")]
    [InlineData("a%25b", "a%b")]
    [InlineData("%C3%BC%2F%2B", "ü/+")]
    [InlineData("%2F", "/")]
    public async Task A_path_value_is_unescaped_exactly_once(string sent, string expected)
    {
        var (status, body) = await program.PostAsync("/tickets/" + sent, """{"operationName":"Close","reason":"x"}""", Clerk);

        Assert.Equal((HttpStatusCode.OK, $$"""{"code":0,"by":"{{expected}} by carla: x"}"""), (status, body));
    }

    [Fact]
    public async Task A_path_value_with_a_null_character_never_reaches_a_handler()
    {
        var (status, body) = await program.PostAsync("/tickets/a%00b", """{"operationName":"Close","reason":"x"}""", Clerk);

        // The server's own answer: it refuses the request before it is routed, so no contract's envelope applies.
        Assert.Equal((HttpStatusCode.BadRequest, ""), (status, body));
    }

    [Fact]
    public async Task The_reply_is_exactly_application_json()
    {
        using var content = new StringContent("""{"operationName":"Open"}""", Encoding.UTF8, "application/json");
        using var response = await program.Client.PostAsync("/tickets/1", content, TestContext.Current.CancellationToken);

        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest, "JSON")]
    [InlineData("{", HttpStatusCode.BadRequest, "JSON")]
    [InlineData("[]", HttpStatusCode.BadRequest, "object")]
    [InlineData("{}", HttpStatusCode.BadRequest, "Open, Close, Audit, Fail")]
    [InlineData("""{"operationName":7}""", HttpStatusCode.BadRequest, "/operationName")]
    [InlineData("""{"operationName":"Burn"}""", HttpStatusCode.BadRequest, "Open, Close, Audit, Fail")]
    [InlineData("""{"operationName":"Close"}""", HttpStatusCode.BadRequest, "reason")]
    [InlineData("""{"operationName":"Close","reason":7}""", HttpStatusCode.BadRequest, "/reason")]
    [InlineData("""{"operationName":"Close","reason":"much too long"}""", HttpStatusCode.BadRequest, "maxLength")]
    [InlineData("""{"operationName":"Close","reason":"x","more":1}""", HttpStatusCode.BadRequest, "/more")]
    [InlineData("""{"operationName":"Close","reason":"x","reason":"y"}""", HttpStatusCode.BadRequest, "/reason")]
    [InlineData("""{"operationName":"Close","reason":"x"} {}""", HttpStatusCode.BadRequest, "JSON")]
    [InlineData("""{"operationName":"Close","reason":[[[[[[[[[]]]]]]]]]}""", HttpStatusCode.RequestEntityTooLarge, "deeper than 8")]
    public async Task A_bad_body_fails_in_the_contracts_envelope_and_names_the_place(string json, HttpStatusCode expected, string named)
    {
        var (status, body) = await program.PostAsync("/tickets/1", json, Clerk);

        Assert.Equal(expected, status);
        Assert.StartsWith("{\"code\":", body);
        Assert.Contains(named, body);
    }

    [Fact]
    public async Task Broken_UTF8_is_refused()
    {
        var (status, body) = await program.SendAsync(HttpMethod.Post, "/tickets/1", Json([.. "{\"operationName\":\"Close\",\"reason\":\""u8, 0xC3, 0x28, .. "\"}"u8]), Clerk);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("UTF-8", body);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_with_413()
    {
        var (status, body) = await program.PostAsync("/tickets/1", $$"""{"operationName":"Close","reason":"{{new string('x', 2000)}}"}""", Clerk);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Contains("1024 bytes", body);
    }

    [Fact]
    public async Task A_body_over_the_limit_without_a_length_is_refused_with_413()
    {
        using var content = new StreamContent(new MemoryStream(new byte[5000]));
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/tickets/1") { Content = content };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-User", Clerk);
        using var response = await program.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    public async Task A_body_that_a_browser_may_send_across_origins_unasked_is_refused(string contentType)
    {
        using var content = new ByteArrayContent("""{"operationName":"Open"}"""u8.ToArray());
        content.Headers.Add("Content-Type", contentType);

        var (status, _) = await program.SendAsync(HttpMethod.Post, "/tickets/1", content, Clerk);

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("Application/JSON;charset=\"UTF-8\"")]
    public async Task The_charset_may_be_quoted(string contentType)
    {
        using var content = new ByteArrayContent("""{"operationName":"Open"}"""u8.ToArray());
        content.Headers.Add("Content-Type", contentType);

        var (status, body) = await program.SendAsync(HttpMethod.Post, "/tickets/1", content, Clerk);

        Assert.DoesNotContain("UTF-8", body);
        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task The_correlation_number_of_the_request_is_repeated_by_a_failure()
    {
        var (_, body) = await program.PostAsync("/tickets/1", """{"referenceId":17,"operationName":"Close","reason":7}""", Clerk);

        Assert.EndsWith(",\"referenceId\":17}", body);
    }

    [Fact]
    public async Task A_failure_of_the_handler_has_the_documented_code_and_status()
    {
        var (status, body) = await program.PostAsync("/tickets/closed", """{"operationName":"Close","reason":"x"}""", Clerk);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("""{"code":2,"message":"Close is not allowed in state Closed."}""", body);
    }

    [Theory]
    [InlineData("/tickets/1")]
    [InlineData("/tickets/unreadable")]
    public async Task A_fault_tells_the_caller_a_number_and_nothing_else(string path)
    {
        var (status, body) = await program.PostAsync(path, """{"operationName":"Fail"}""", Clerk);

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.DoesNotContain("secret", body);
        Assert.Contains("Incident", body);
    }

    [Fact]
    public async Task A_query_is_validated_like_a_body()
    {
        var (status, body) = await program.SendAsync(HttpMethod.Get, "/tickets?page=2&open=true&text=ab", null);
        Assert.Equal((HttpStatusCode.OK, """{"code":0,"by":"page 2, open True, text ab"}"""), (status, body));
    }

    [Theory]
    [InlineData("", "page")]
    [InlineData("?page=0", "/page")]
    [InlineData("?page=two", "/page")]
    [InlineData("?page=1&page=2", "/page")]
    [InlineData("?page=1&colour=red", "/colour")]
    [InlineData("?page=1&open=yes", "/open")]
    [InlineData("?page=1&text=a", "minLength")]
    public async Task A_bad_query_is_refused_by_parameter_and_rule(string query, string named)
    {
        var (status, body) = await program.SendAsync(HttpMethod.Get, "/tickets" + query, null);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(named, body);
    }

    private static ByteArrayContent Json(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new("application/json");
        return content;
    }
}
