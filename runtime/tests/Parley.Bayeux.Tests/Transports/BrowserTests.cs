using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Parley.Bayeux;

/// <summary>What browsers need beside the protocol.</summary>
public sealed class BrowserTests
{
    [Fact]
    public async Task The_first_handshake_gives_a_cookie_and_later_ones_keep_it()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = new PollingClient(host);
        using var first = await client.PostRawAsync(client.Handshake().ToJsonString());
        var cookie = Assert.Single(first.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^BAYEUX_BROWSER=[A-Za-z0-9]{16}; path=/; samesite=lax; httponly$", cookie);
        using var second = await client.PostRawAsync(client.Handshake().ToJsonString());
        Assert.False(second.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_refused_handshake_gives_no_cookie()
    {
        await using var host = await BayeuxHost.StartAsync();
        using var client = new PollingClient(host, null);
        using var refused = await client.PostRawAsync(client.Handshake().ToJsonString());
        Assert.False(refused.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_cookie_can_be_made_for_other_sites()
    {
        await using var host = await BayeuxHost.StartAsync(options =>
        {
            options.BrowserCookie.SameSite = SameSiteMode.None;
            options.BrowserCookie.SecurePolicy = CookieSecurePolicy.Always;
            options.BrowserCookie.Extensions.Add("Partitioned");
        });
        using var client = new PollingClient(host);
        using var response = await client.PostRawAsync(client.Handshake().ToJsonString());
        Assert.EndsWith("; path=/; secure; samesite=none; httponly; Partitioned", Assert.Single(response.Headers.GetValues("Set-Cookie")));
    }

    [Fact]
    public async Task A_cookie_that_the_server_cannot_have_given_is_replaced()
    {
        await using var host = await BayeuxHost.StartAsync();
        var cookies = new CookieContainer();
        cookies.Add(new Cookie("BAYEUX_BROWSER", new string('x', 3000), "/", "127.0.0.1"));
        using var client = new PollingClient(host, cookies: cookies);
        await client.OpenAsync();
        Assert.Equal(16, cookies.GetCookies(host.Url)["BAYEUX_BROWSER"]!.Value.Length);
    }

    [Fact]
    public async Task Cross_origin_requests_follow_the_CORS_policy_of_the_endpoint()
    {
        await using var host = await BayeuxHost.StartAsync(
            services: bayeux => bayeux.Services.AddCors(),
            middleware: static app => app.UseCors(),
            endpoint: static endpoint => endpoint.RequireCors(policy => policy.WithOrigins("https://desktop.example").AllowCredentials().WithHeaders("Content-Type")));
        using var http = new HttpClient();
        using var preflight = new HttpRequestMessage(HttpMethod.Options, host.Url + "/handshake");
        preflight.Headers.Add("Origin", "https://desktop.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type");
        using var response = await http.SendAsync(preflight, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("https://desktop.example", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("true", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Credentials")));
    }

    [Theory]
    [InlineData(null, null, HttpStatusCode.OK)]
    [InlineData("https://desktop.example", null, HttpStatusCode.OK)]
    [InlineData("https://evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData("null", null, HttpStatusCode.Forbidden)]
    [InlineData("https://center.example", "center.example", HttpStatusCode.OK)]
    [InlineData("http://center.example", "center.example", HttpStatusCode.OK)]
    [InlineData("https://center.example", "center.example:443", HttpStatusCode.OK)]
    [InlineData("https://center.example:8443", "center.example:8443", HttpStatusCode.OK)]
    [InlineData("https://center.example:8443", "center.example", HttpStatusCode.Forbidden)]
    [InlineData("ftp://center.example", "center.example", HttpStatusCode.Forbidden)]
    public async Task Only_pages_of_the_server_and_of_allowed_origins_send_messages(string? origin, string? name, HttpStatusCode status)
    {
        await using var host = await BayeuxHost.StartAsync(options => options.AllowedOrigins.Add("https://desktop.example"));
        using var client = new PollingClient(host);
        // No content type: what a browser sends across origins without asking first.
        using var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(client.Handshake().ToJsonString()));
        using var response = await client.PostRawAsync(content, headers: headers =>
        {
            headers.Host = name;
            if (origin is not null)
                headers.Add("Origin", origin);
        });
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK ? 1 : 0, host.Server.SessionCount);
    }

    [Theory]
    [InlineData("https://center.example", HttpStatusCode.OK)]
    [InlineData("http://center.example", HttpStatusCode.Forbidden)]
    public async Task A_page_without_TLS_is_another_site_than_a_server_with_it(string origin, HttpStatusCode status)
    {
        await using var host = await BayeuxHost.StartAsync(middleware: static app => app.Use((HttpContext context, RequestDelegate next) =>
        {
            context.Request.Scheme = "https";
            return next(context);
        }));
        using var client = new PollingClient(host);
        using var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(client.Handshake().ToJsonString()));
        using var response = await client.PostRawAsync(content, headers: headers =>
        {
            headers.Host = "center.example";
            headers.Add("Origin", origin);
        });
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task The_endpoint_takes_authorization_like_any_other()
    {
        await using var host = await BayeuxHost.StartAsync(
            services: bayeux =>
            {
                bayeux.Services.AddAuthentication("None").AddScheme<AuthenticationSchemeOptions, NobodyHandler>("None", null);
                bayeux.Services.AddAuthorization();
            },
            middleware: static app => app.UseAuthorization(),
            endpoint: static endpoint => endpoint.RequireAuthorization());
        using var client = new PollingClient(host, null);
        using var response = await client.PostRawAsync(client.Handshake().ToJsonString());
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private sealed class NobodyHandler(
        Microsoft.Extensions.Options.IOptionsMonitor<AuthenticationSchemeOptions> options,
        Microsoft.Extensions.Logging.ILoggerFactory logger,
        System.Text.Encodings.Web.UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());
    }
}
