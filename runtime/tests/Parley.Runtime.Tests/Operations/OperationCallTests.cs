using System.Buffers;
using System.Security.Claims;
using System.Text;
using System.Text.Json;

namespace Parley.Tests.Operations;

public sealed class OperationCallTests
{
    [Fact]
    public async Task A_valid_request_reaches_the_handler_and_its_reply_is_written()
    {
        var (call, reply) = await RunAsync("""{"name":"Anna"}""", request => new Greeting(request.Name + "!"));

        Assert.Equal(200, call.HttpStatus);
        Assert.Null(call.Failure);
        Assert.Equal("""{"name":"Anna!"}""", reply);
    }

    [Theory]
    [InlineData("{}", FailureKind.MissingMember, 1)]
    [InlineData("""{"name":"far too long a name"}""", FailureKind.InvalidMember, 2)]
    [InlineData("[]", FailureKind.InvalidMember, 2)]
    [InlineData("{\"name\":", FailureKind.MalformedBody, 2)]
    [InlineData("", FailureKind.MalformedBody, 2)]
    public async Task An_invalid_request_fails_in_the_envelope_and_never_reaches_the_handler(string body, FailureKind kind, int code)
    {
        var (call, reply) = await RunAsync(body, _ => throw new InvalidOperationException("must not be called"));

        Assert.Equal(kind, call.Failure?.Kind);
        Assert.Equal(400, call.HttpStatus);
        Assert.Equal(code, JsonDocument.Parse(reply).RootElement.GetProperty("no").GetInt32());
    }

    [Fact]
    public async Task The_message_names_place_and_rule()
    {
        var (call, _) = await RunAsync("""{"name":"far too long a name"}""", request => request);

        Assert.Equal("/name must have at most 10 characters (greeting.schema.json#/maxLength)", call.Failure?.Message);
    }

    [Fact]
    public async Task Nesting_beyond_the_limit_is_told_as_such()
    {
        var (call, _) = await RunAsync($$"""{"name":{{new string('[', 99)}}{{new string(']', 99)}}}""", request => request);

        Assert.Equal(FailureKind.BodyTooLarge, call.Failure?.Kind);
        Assert.Equal(413, call.HttpStatus);
    }

    [Theory]
    [InlineData("""{"ref":77,"name":5}""", ""","ref":77}""")]
    [InlineData("""{"name":5}""", "\"}")]
    [InlineData("""{"ref":"77","name":5}""", "\"}")]
    [InlineData("""{"ref":77,"name":""", ""","ref":77}""")]
    public async Task A_failure_repeats_the_correlation_number_when_the_request_has_one(string body, string expectedEnd)
    {
        var (_, reply) = await RunAsync(body, request => request);

        Assert.EndsWith(expectedEnd, reply);
    }

    [Fact]
    public async Task A_failure_of_the_handler_has_the_documented_code_and_status()
    {
        var (call, reply) = await RunAsync("""{"name":"Anna"}""", _ => OperationFailure.NotFound("No talk 7."));

        Assert.Equal(404, call.HttpStatus);
        Assert.Equal("""{"no":6,"why":"No talk 7."}""", reply);
    }

    [Fact]
    public async Task A_request_that_is_refused_without_a_reason_still_fails_in_the_envelope()
    {
        var output = new ArrayBufferWriter<byte>();
        var call = Call("{}", output);

        await call.RunAsync<object, Wavering, Wavering>(
            this, static (_, _, _, _) => throw new InvalidOperationException("must not be called"), TestContext.Current.CancellationToken);

        Assert.Equal(FailureKind.InvalidMember, call.Failure?.Kind);
        Assert.Equal(400, call.HttpStatus);
    }

    [Theory]
    [InlineData("""{"op":"Hello"}""", null)]
    [InlineData("""{"op":"Hello", and more""", FailureKind.MalformedBody)]
    public async Task Without_request_schema_the_body_must_still_be_well_formed(string body, FailureKind? expected)
    {
        var output = new ArrayBufferWriter<byte>();
        var call = Call(body, output);

        await call.RunAsync(this, static (_, _, _) => ValueTask.FromResult<Outcome<Greeting>>(new Greeting("x")), TestContext.Current.CancellationToken);

        Assert.Equal(expected, call.Failure?.Kind);
    }

    private async Task<(OperationCall Call, string Reply)> RunAsync(string body, Func<Greeting, Outcome<Greeting>> handler)
    {
        var output = new ArrayBufferWriter<byte>();
        var call = Call(body, output);
        await call.RunAsync<Func<Greeting, Outcome<Greeting>>, Greeting, Greeting>(
            handler, static (handle, _, request, _) => ValueTask.FromResult(handle(request)), TestContext.Current.CancellationToken);
        return (call, Encoding.UTF8.GetString(output.WrittenSpan));
    }

    private static OperationCall Call(string body, IBufferWriter<byte> output) => new()
    {
        Context = new OperationContext { Operation = GreetingContract.Hail, User = new ClaimsPrincipal(), UserId = "u", BaseUri = "http://localhost" },
        Body = Encoding.UTF8.GetBytes(body),
        Output = output,
    };
}
