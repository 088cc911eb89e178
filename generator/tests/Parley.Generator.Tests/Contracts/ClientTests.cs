namespace Parley.Generator.Tests.Contracts;

public sealed class ClientTests
{
    /// <summary>The emitted client against the emitted dispatcher, joined by a message handler instead of a network.</summary>
    private const string Server = """
        private sealed class Server : HttpMessageHandler
        {
            public List<string> Seen { get; } = new();

            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
                Seen.Add($"{request.Method} {request.RequestUri!.PathAndQuery} {body}");
                var segments = request.RequestUri.AbsolutePath.Split('/').Select(Uri.UnescapeDataString).ToArray();
                var template = segments.Length > 2 ? "/desks/{desk}/tickets/{id}" : "/tickets";
                if (template == "/tickets")
                {
                    var query = request.RequestUri.Query.TrimStart('?').Split('&').Select(pair => pair.Split('='))
                        .Select(pair => KeyValuePair.Create(Uri.UnescapeDataString(pair[0]), (IReadOnlyList<string?>)new string?[] { Uri.UnescapeDataString(pair[1]) }));
                    var output = new System.Buffers.ArrayBufferWriter<byte>();
                    QueryJson.Write(TicketsContract.Descriptor.Resources[1].Methods[0].Query, query, output);
                    body = Encoding.UTF8.GetString(output.WrittenSpan);
                }

                var (status, reply) = await Host.CallAsync(template, request.Method.Method, segments.Length > 2 ? new[] { segments[2], segments[4] } : Array.Empty<string>(), body);
                return new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(reply, Encoding.UTF8, "application/json") };
            }
        }

        """;

    [Fact]
    public async Task What_the_client_sends_the_dispatcher_answers()
    {
        var said = await TicketsContract.ProbeAsync(Server + """
            public static async Task<string> RunAsync()
            {
                var server = new Server();
                using var http = new HttpClient(server) { BaseAddress = new Uri("http://server") };
                var client = new TicketsClient(new ParleyHttpClient(http));
                var lines = new List<string>
                {
                    $"{(await client.TakeAsync("nor/th", "17", new Take { Clerk = "anna" })).Value}",
                    $"{(await client.TakeAsync("north", "0", new Take { Clerk = "anna" })).Failure}",
                    $"{(await client.CloseAsync("north", "Open", new Close())).Value?.Status}",
                    $"{(await client.CloseAsync("north", "Closed", new Close())).Failure?.Kind}",
                    $"{(await client.ForgetAsync("north", "17")).Succeeded}",
                    $"{(await client.FindAsync(new Find { Page = 2, Text = "a&b" })).Value?.Tickets}",
                    $"{(await client.FindAsync(new Find { Page = 0 })).Failure?.Kind}",
                };
                return string.Join("\n", lines.Concat(server.Seen));
            }
            """);

        Assert.Equal(
            """
            Done { }
            OperationFailure { Kind = NotFound, Message = No ticket 0 on north for anna., Code = 6, HttpStatus = 404 }
            ok
            WrongState
            True
            [a&b/2/]
            InvalidMember
            POST /desks/nor%2Fth/tickets/17 {"act":"Take","clerk":"anna"}
            POST /desks/north/tickets/0 {"act":"Take","clerk":"anna"}
            POST /desks/north/tickets/Open {"act":"Shut"}
            POST /desks/north/tickets/Closed {"act":"Shut"}
            DELETE /desks/north/tickets/17 
            GET /tickets?text=a%26b&page=2 
            GET /tickets?page=0 
            """,
            said);
    }
}
