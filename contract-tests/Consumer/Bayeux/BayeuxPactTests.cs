using System.Net.Http.Json;
using System.Text.Json;

namespace ContactCenter.ContractTests;

/// <summary>
/// The shapes of the Bayeux messages that the desktop's CometD client exchanges. How they follow each other in time is no affair of Pact, whose mock server
/// neither waits nor remembers; Parley.Bayeux has its own tests with CometD's client for that.
/// </summary>
public sealed class BayeuxPactTests(PactSession session)
{
    private const string Endpoint = "/api/v2/notifications";
    private const string Id = "00009a8T8Y130123";
    private const string Channel = "/v2/me/interactions";
    private const string Example = "1h8u6w0c6oqkj1eo9j4q";

    private static readonly Dictionary<string, object> AnyId = Rule("type", "1");

    // The provider's own session takes the place of the example: its state handler gives the identifier.
    private static readonly Dictionary<string, object> ClientId = new(Rule("type", Example))
    {
        ["pact:generator:type"] = "ProviderState",
        ["expression"] = "${clientId}",
    };

    [Fact]
    public async Task A_handshake_opens_a_session()
    {
        var reply = await ExchangeAsync(
            "Bayeux.handshake: success",
            request => request,
            Handshake("1.0", "1.0", Rule("type", "1")),
            Handshake("1.0", "1.0", "1"),
            new object[]
            {
                new
                {
                    channel = "/meta/handshake",
                    successful = true,
                    version = "1.0",
                    clientId = Match.Type(Example),
                    supportedConnectionTypes = Contains(Rule("equality", "long-polling")),
                    advice = new { reconnect = "retry" },
                },
            });
        Assert.Equal(Example, reply[0].GetProperty("clientId").GetString());
    }

    [Fact]
    public async Task A_handshake_of_another_version_is_refused_for_good()
    {
        var reply = await ExchangeAsync(
            "Bayeux.handshake: unsupported version",
            request => request,
            Handshake("0.1", "0.1", Rule("type", "1")),
            Handshake("0.1", "0.1", "1"),
            new object[] { new { channel = "/meta/handshake", successful = false, error = Match.Type("400::unsupported_version"), advice = new { reconnect = "none" } } });
        Assert.False(reply[0].GetProperty("successful").GetBoolean());
    }

    [Fact]
    public async Task A_session_subscribes_to_the_callers_interactions()
    {
        var reply = await ExchangeAsync(
            "Bayeux.subscribe: success",
            request => request.Given(ProviderStates.BayeuxSession),
            Subscribe(Channel, AnyId, ClientId),
            Subscribe(Channel, "1", Example),
            new object[] { new { channel = "/meta/subscribe", successful = true, subscription = Channel } });
        Assert.True(reply[0].GetProperty("successful").GetBoolean());
    }

    [Fact]
    public async Task A_session_does_not_subscribe_to_the_protocols_own_channels()
    {
        var reply = await ExchangeAsync(
            "Bayeux.subscribe: denied",
            request => request.Given(ProviderStates.BayeuxSession),
            Subscribe("/meta/connect", AnyId, ClientId),
            Subscribe("/meta/connect", "1", Example),
            new object[] { new { channel = "/meta/subscribe", successful = false, subscription = "/meta/connect", error = Match.Regex("403::subscribe_denied", "^403:.*$") } });
        Assert.False(reply[0].GetProperty("successful").GetBoolean());
    }

    [Fact]
    public async Task A_connect_brings_the_notification_that_waits()
    {
        var messages = await ExchangeAsync(
            "Bayeux.connect: delivers",
            request => request.Given(ProviderStates.BayeuxNotificationWaits, new Dictionary<string, string> { [ProviderStates.Id] = Id }),
            Connect(AnyId, ClientId),
            Connect("1", Example),
            Contains(
                new { channel = Channel, data = new { messageType = "ChatStateChangeMessage", notificationType = "StatusChange", chat = new { id = Id, state = "Invited" } } },
                new { channel = "/meta/connect", successful = true }));
        Assert.Contains(messages, message => message.GetProperty("channel").GetString() == Channel);
    }

    [Fact]
    public async Task A_connect_of_an_unknown_session_is_told_to_shake_hands_again()
    {
        var reply = await ExchangeAsync(
            "Bayeux.connect: unknown session",
            request => request,
            Connect(AnyId, "nosuchsession"),
            Connect("1", "nosuchsession"),
            new object[] { new { channel = "/meta/connect", successful = false, error = Match.Regex("402::session_unknown", "^402:.*$"), advice = new { reconnect = "handshake" } } });
        Assert.Equal("handshake", reply[0].GetProperty("advice").GetProperty("reconnect").GetString());
    }

    private static object[] Handshake(string version, string minimum, object id) =>
        [new { channel = "/meta/handshake", id, version, minimumVersion = minimum, supportedConnectionTypes = new[] { "long-polling" } }];

    private static object[] Subscribe(string subscription, object id, object clientId) => [new { channel = "/meta/subscribe", id, clientId, subscription }];

    private static object[] Connect(object id, object clientId) =>
        [new { channel = "/meta/connect", id, clientId, connectionType = "long-polling", advice = new { timeout = 0 } }];

    private static Dictionary<string, object> Rule(string type, object example) => new() { ["pact:matcher:type"] = type, ["value"] = example };

    // Not among the methods of Match, neither here nor in PactNet.
    private static Dictionary<string, object> Contains(params object[] variants) => new() { ["pact:matcher:type"] = "array-contains", ["variants"] = variants };

    private async Task<JsonElement[]> ExchangeAsync(
        string description, Func<IRequestBuilderV4, IRequestBuilderV4> given, object[] described, object[] sent, object response)
    {
        var pact = session.Agreement.WithHttpInteractions();
        given(pact.UponReceiving(description)).WithRequest(HttpMethod.Post, Endpoint).WithJsonBody(described).WillRespond().WithStatus(200).WithJsonBody(response);
        JsonElement[]? messages = null;
        await pact.VerifyAsync(async context =>
        {
            using var http = new HttpClient { BaseAddress = context.MockServerUri };
            using var reply = await http.PostAsJsonAsync(Endpoint, sent);
            messages = await reply.Content.ReadFromJsonAsync<JsonElement[]>();
        });
        return messages!;
    }
}
