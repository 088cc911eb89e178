using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Parley.Bayeux;

public sealed class CompressionTests
{
    private const string Offer = "Sec-WebSocket-Extensions: permessage-deflate\r\n";

    [Fact]
    public async Task Nothing_is_compressed_by_default()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var raw = await RawConnection.OpenAsync(host);
        Assert.DoesNotContain("permessage-deflate", await raw.UpgradeAsync(headers: Offer));
    }

    [Fact]
    public async Task Large_messages_are_compressed_and_small_ones_are_not()
    {
        await using var host = await BayeuxHost.StartAsync(options => options.WebSocketCompressionMinimum = 1000);
        using var raw = await RawConnection.OpenAsync(host);
        Assert.Contains("permessage-deflate; server_no_context_takeover", await raw.UpgradeAsync(headers: Offer));
        await raw.SendFrameAsync(RawConnection.Final | RawConnection.Text, """{"channel":"/meta/handshake","version":"1.0","supportedConnectionTypes":["websocket"]}""");
        var handshake = await raw.ReadFrameAsync();
        Assert.Equal(RawConnection.Final | RawConnection.Text, handshake.Head);
        var clientId = JsonNode.Parse(handshake.Payload)![0].Text("clientId");
        await raw.SendFrameAsync(RawConnection.Final | RawConnection.Text, $$"""{"channel":"/meta/subscribe","clientId":"{{clientId}}","subscription":"/news"}""");
        await raw.ReadFrameAsync();

        var text = new string('x', 5000);
        await host.Server.PublishAsync("/news", Json.Utf8($"\"{text}\""));
        var (head, payload) = await raw.ReadFrameAsync();
        Assert.Equal(RawConnection.Final | RawConnection.Compressed | RawConnection.Text, head);
        Assert.True(payload.Length < 200);
        // RFC 7692, 7.2.2: the sender took this tail off.
        using var inflated = new DeflateStream(new MemoryStream([.. payload, 0x00, 0x00, 0xFF, 0xFF]), CompressionMode.Decompress);
        Assert.Equal($$"""[{"channel":"/news","data":"{{text}}"}]""", await new StreamReader(inflated, Encoding.UTF8).ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Compressed_messages_are_read_within_the_bound_of_what_they_become()
    {
        await using var host = await BayeuxHost.StartAsync(options => options.WebSocketCompressionMinimum = 1000);
        using var client = await SocketClient.OpenAsync(host, options: options => options.DangerousDeflateOptions = new());
        await client.HandshakeAsync();
        var message = client.Message("/meta/subscribe");
        message["subscription"] = "/news";
        message["ext"] = new string('x', 50_000);
        await client.SendAsync(message);
        Assert.True((await client.ReceiveAsync()).Successful());

        await client.SendRawAsync($$"""{"data":"{{new string('x', 20_000_000)}}"}""");
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, await client.ReceiveCloseAsync());
    }
}
