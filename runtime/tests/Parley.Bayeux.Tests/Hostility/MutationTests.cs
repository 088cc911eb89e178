using System.Net;
using System.Text;

namespace Parley.Bayeux;

/// <summary>Valid traffic, damaged at random: the seed is the test's argument, so that a failure names what to run again.</summary>
public sealed class MutationTests
{
    private const string Handshake = """[{"id":"1","channel":"/meta/handshake","version":"1.0","supportedConnectionTypes":["websocket","long-polling"],"ext":{"ack":true,"timesync":{"tc":1,"l":2,"o":3}}}]""";

    public static TheoryData<int> Seeds => new(1, 2, 3);

    [Theory, MemberData(nameof(Seeds))]
    public async Task Damaged_posts_are_answered_or_refused(int seed)
    {
        const int Cases = 150;
        var random = new Random(seed);
        await using var host = await BayeuxHost.StartAsync(options => options.MaxSessionsPerUser = 20);
        using var neighbour = new PollingClient(host, "agent2");
        await neighbour.OpenAsync("/news");
        using var client = new PollingClient(host);
        await client.OpenAsync();
        string[] templates =
        [
            Handshake,
            $$$$"""[{"id":"2","channel":"/meta/subscribe","clientId":"{{{{client.ClientId}}}}","subscription":["/a/b","/a/*","/a/**"],"ext":{"replay":{"/a/b":-2}}}]""",
            $$$$"""[{"id":"3","channel":"/meta/unsubscribe","clientId":"{{{{client.ClientId}}}}","subscription":"/a/b"},{"channel":"/service/x","clientId":"{{{{client.ClientId}}}}","data":{"a":[1,2.5e3,null,true,"\u00e4\ud83d\ude00"]},"ext":{"binary":{}}}]""",
            $$$$"""[{"id":"4","channel":"/meta/connect","clientId":"{{{{client.ClientId}}}}","connectionType":"long-polling","advice":{"timeout":0,"interval":5},"ext":{"ack":7}},{"id":"5","channel":"/a"}]""",
        ];
        for (var i = 0; i < Cases; i++)
        {
            var body = Damage(random, Encoding.UTF8.GetBytes(templates[random.Next(templates.Length)]));
            using var content = new ByteArrayContent(body);
            using var response = await client.PostRawAsync(content);
            Assert.True(
                response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest,
                $"Case {i} was answered by {response.StatusCode}: {Convert.ToBase64String(body)}");
        }

        Assert.InRange(host.Server.SessionCount, 2, 21);
        await neighbour.AssertGetsAsync("/news");
    }

    [Theory, MemberData(nameof(Seeds))]
    public async Task Damaged_frames_end_their_own_socket_at_most(int seed)
    {
        const int Cases = 40;
        var random = new Random(seed);
        await using var host = await BayeuxHost.StartAsync(options => options.MaxSessionsPerUser = 20);
        using var neighbour = new PollingClient(host, "agent2");
        await neighbour.OpenAsync("/news");
        var valid = RawConnection.Frame(RawConnection.Final | RawConnection.Text, Encoding.UTF8.GetBytes(Handshake));
        for (var i = 0; i < Cases; i++)
        {
            using var raw = await RawConnection.OpenAsync(host);
            await raw.UpgradeAsync();
            await raw.SendAsync([.. Damage(random, valid), .. Damage(random, valid)]);
        }

        await host.Meter.UntilAsync("bayeux.websockets", sockets => sockets == 0);
        Assert.InRange(host.Server.SessionCount, 1, 21);
        await neighbour.AssertGetsAsync("/news");
    }

    [Theory]
    [InlineData(0x83, "a reserved opcode")]
    [InlineData(0xC1, "compression that was not agreed on")]
    [InlineData(0x80, "a continuation of nothing")]
    [InlineData(0x09, "a ping in fragments")]
    public async Task A_frame_that_breaks_the_protocol_closes_its_socket_and_leaves_the_session(byte head, string what)
    {
        await using var host = await BayeuxHost.StartAsync();
        using var raw = await RawConnection.OpenAsync(host);
        await raw.UpgradeAsync();
        await raw.SendFrameAsync(RawConnection.Final | RawConnection.Text, Handshake);
        await raw.ReadFrameAsync();
        await raw.SendFrameAsync(head, "[]");
        await raw.ReadToEndAsync();
        await host.Meter.UntilAsync("bayeux.websockets", sockets => sockets == 0);
        Assert.True(host.Server.SessionCount == 1, what);
    }

    private static byte[] Damage(Random random, byte[] valid)
    {
        var bytes = new List<byte>(valid);
        for (var times = random.Next(1, 4); times > 0 && bytes.Count > 0; times--)
        {
            var place = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(place, random.Next(1, Math.Min(20, bytes.Count - place) + 1));
                    break;
                case 2:
                    bytes.InsertRange(place, bytes.GetRange(place, Math.Min(random.Next(1, 30), bytes.Count - place)));
                    break;
                default:
                    bytes[place] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        return [.. bytes];
    }
}
