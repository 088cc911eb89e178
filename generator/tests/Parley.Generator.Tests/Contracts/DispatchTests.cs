namespace Parley.Generator.Tests.Contracts;

public sealed class DispatchTests
{
    private static readonly Lazy<Task<string>> Replies = new(() => TicketsContract.ProbeAsync("""
        public static async Task<string> RunAsync()
        {
            const string Ticket = "/desks/{desk}/tickets/{id}";
            var lines = new List<string>();
            foreach (var (name, template, method, id, body) in new[]
            {
                ("valid", Ticket, "POST", "17", "{\"act\":\"Take\",\"clerk\":\"anna\"}"),
                ("discriminator last", Ticket, "POST", "17", "{\"clerk\":\"anna\",\"act\":\"Take\"}"),
                ("failing", Ticket, "POST", "0", "{\"act\":\"Take\",\"clerk\":\"anna\",\"requestId\":5}"),
                ("missing member", Ticket, "POST", "17", "{\"act\":\"Take\",\"requestId\":6}"),
                ("too long", Ticket, "POST", "17", "{\"act\":\"Take\",\"clerk\":\"anna the great\"}"),
                ("repeated discriminator", Ticket, "POST", "17", "{\"act\":\"Take\",\"clerk\":\"anna\",\"act\":\"Shut\"}"),
                ("unknown member", Ticket, "POST", "17", "{\"act\":\"Take\",\"clerk\":\"anna\",\"x\":1}"),
                ("unknown act", Ticket, "POST", "17", "{\"act\":\"Close\"}"),
                ("malformed", Ticket, "POST", "17", "{\"act\":\"Take\","),
                ("malformed before", Ticket, "POST", "17", "{act:1}"),
                ("other envelope", Ticket, "POST", "Open", "{\"act\":\"Shut\"}"),
                ("wrong state", Ticket, "POST", "Closed", "{\"act\":\"Shut\"}"),
                ("no request", Ticket, "DELETE", "17", ""),
                ("query", "/tickets", "GET", "", "{\"page\":3,\"open\":true}"),
                ("bad query", "/tickets", "GET", "", "{\"page\":0}"),
            })
            {
                var (status, reply) = await Host.CallAsync(template, method, new[] { "north", id }, body);
                lines.Add($"{name}: {status} {reply}");
            }

            return string.Join("\n", lines);
        }
        """));

    [Theory]
    [InlineData("valid", "200 {}")]
    [InlineData("discriminator last", "200 {}")]
    [InlineData("failing", """404 {"code":6,"reason":"No ticket 0 on north for anna.","requestId":5}""")]
    [InlineData("no request", "200 {}")]
    [InlineData("other envelope", """200 {"status":"ok"}""")]
    [InlineData("wrong state", """409 {"status":"error","text":"Shut is not allowed in state Closed; it is allowed in New, Open."}""")]
    [InlineData("query", """200 {"tickets":["/3/True"]}""")]
    public async Task A_call_is_answered(string name, string reply) => Assert.Equal(reply, await ReplyAsync(name));

    [Theory]
    [InlineData("missing member", "400", "\"code\":1", "clerk")]
    [InlineData("missing member", "400", "\"requestId\":6", "required")]
    [InlineData("too long", "400", "\"code\":2", "/clerk")]
    [InlineData("repeated discriminator", "400", "\"code\":2", "act")]
    [InlineData("unknown member", "400", "\"code\":2", "/x")]
    [InlineData("unknown act", "400", "\"code\":2", "Take, Shut")]
    [InlineData("malformed", "400", "\"code\":2", "line 1")]
    [InlineData("malformed before", "400", "\"code\":2", "line 1")]
    [InlineData("bad query", "400", "\"code\":2", "/page")]
    public async Task A_bad_call_fails_in_the_envelope_and_names_place_and_rule(string name, params string[] expected)
    {
        var reply = await ReplyAsync(name);
        Assert.All(expected, part => Assert.Contains(part, reply, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_literal_of_every_operation_selects_it_and_no_other_text_does()
    {
        var found = await TicketsContract.ProbeAsync("""
            public static Task<string> RunAsync()
            {
                var dispatcher = new TicketsDispatcher(new Handlers());
                var methods = TicketsContract.Descriptor.Resources.SelectMany(r => r.Methods).ToList();
                var names = new[] { "Take", "Shut", "Close", "take", "Take ", "", "Find", "\u00e9\u00e9" };
                return Task.FromResult(string.Join("|", methods.Select(m => string.Join(",", names.Select(n => dispatcher.Select(m, Encoding.UTF8.GetBytes(n))?.Name ?? "-")))));
            }
            """);

        Assert.Equal("Take,Close,-,-,-,-,-,-|-,-,-,-,-,-,-,-|-,-,-,-,-,-,-,-", found);
    }

    private static async Task<string> ReplyAsync(string name) =>
        (await Replies.Value).Split('\n').Single(line => line.StartsWith(name + ": ", StringComparison.Ordinal))[(name.Length + 2)..];
}
