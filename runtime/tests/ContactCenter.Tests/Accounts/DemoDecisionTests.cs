using System.Net;
using ContactCenter.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace ContactCenter.Tests.Accounts;

public sealed class DemoDecisionTests
{
    [Theory]
    [InlineData(true, false, "http://127.0.0.1:8090", true)]
    [InlineData(true, false, "http://localhost:8090", true)]
    [InlineData(true, false, "http://[::1]:0", true)]
    [InlineData(null, true, "http://127.0.0.1:0", true)]
    [InlineData(null, false, "http://127.0.0.1:0", false)]
    [InlineData(false, true, "http://127.0.0.1:0", false)]
    [InlineData(null, true, "http://0.0.0.0:80", false)]
    public void Demo_accounts_exist_when_asked_for_or_in_development_on_loopback(bool? asked, bool development, string address, bool expected) =>
        Assert.Equal(expected, DemoDecision.Make(asked, development, [address]).Seed);

    [Theory]
    [InlineData("127.0.0.1", "localhost:8090", null, true)]
    [InlineData("127.0.0.1", "LOCALHOST", null, true)]
    [InlineData("127.0.0.1", "127.0.0.1:8090", null, true)]
    [InlineData("::1", "[::1]:8090", null, true)]
    [InlineData("127.0.0.1", "rebound.example:8090", null, false)]
    [InlineData("127.0.0.1", "localhost.example", null, false)]
    [InlineData("127.0.0.1", "", null, false)]
    [InlineData("127.0.0.1", "localhost", "Forwarded", false)]
    [InlineData("127.0.0.1", "localhost", "X-Forwarded-For", false)]
    [InlineData("192.0.2.1", "localhost", null, false)]
    public void Demo_accounts_serve_requests_of_this_machine_only(string local, string host, string? header, bool expected)
    {
        var request = new DefaultHttpContext().Request;
        request.HttpContext.Connection.LocalIpAddress = IPAddress.Parse(local);
        request.Headers.Host = host;
        if (header is not null)
            request.Headers[header] = "for=192.0.2.7";
        Assert.Equal(expected, DemoDecision.Serves(request));
    }

    [Theory]
    [InlineData("http://0.0.0.0:8090")]
    [InlineData("http://*:8090")]
    [InlineData("http://+:8090")]
    [InlineData("http://[::]:8090")]
    [InlineData("http://192.168.1.2:8090")]
    [InlineData("http://localhost.example.com:8090")]
    public void Asked_for_on_an_address_that_others_reach_the_program_does_not_start(string address) =>
        Assert.Contains(address, Assert.Throws<InvalidOperationException>(() => DemoDecision.Make(true, false, ["http://127.0.0.1:1", address])).Message, StringComparison.Ordinal);

    [Fact]
    public void The_console_is_told() =>
        Assert.Contains("password 'demo'", DemoDecision.Make(true, false, []).Announcement!, StringComparison.Ordinal);

    [Theory]
    [InlineData("urls=http://127.0.0.1:1;http://0.0.0.0:2", "http://127.0.0.1:1 http://0.0.0.0:2")]
    [InlineData("http_ports=80", "http://*:80")]
    [InlineData("Kestrel:Endpoints:A:Url=http://0.0.0.0:3|urls=http://127.0.0.1:1", "http://0.0.0.0:3")]
    public void Every_way_to_configure_addresses_is_seen(string settings, string addresses)
    {
        var pairs = settings.Split('|').Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1]);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(pairs).Build();

        Assert.Equal(addresses, string.Join(' ', ListeningAddresses.From(configuration)));
    }
}
