using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Parley.AspNetCore.Tests.Reference;

public sealed class MapParleyReferenceTests : IAsyncLifetime
{
    private const string Policy = "default-src 'none'; script-src 'sha256-x+y/z='";
    private static readonly string Page = $"<!doctype html><meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\"><p>{new string('a', 5000)}";

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"reference-{Guid.NewGuid():n}.html");
    private readonly HttpClient _client = new();
    private WebApplication _app = null!;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(_file, Page, TestContext.Current.CancellationToken);
        _app = Build();
        _app.MapParleyReference("/docs", _file);
        await _app.StartAsync(TestContext.Current.CancellationToken);
        _client.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        File.Delete(_file);
    }

    [Fact]
    public async Task The_page_is_served_with_its_own_policy()
    {
        using var response = await GetAsync(null);

        Assert.Equal(Page, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(Policy + "; frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("deflate", null)]
    public async Task The_best_encoding_that_is_accepted_holds_the_same_page(string accepted, string? expected)
    {
        using var response = await GetAsync(accepted);

        Assert.Equal(expected, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var reader = new StreamReader(
            expected switch
            {
                "br" => new BrotliStream(body, CompressionMode.Decompress),
                "gzip" => new GZipStream(body, CompressionMode.Decompress),
                _ => body,
            },
            Encoding.UTF8);
        Assert.Equal(Page, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("br")]
    public async Task A_page_that_is_known_is_not_sent_again(string? accepted)
    {
        using var first = await GetAsync(accepted);
        using var second = await GetAsync(accepted, first.Headers.ETag!.ToString());
        using var other = await GetAsync(accepted, "\"other\"");

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Each_encoding_has_a_tag_of_its_own()
    {
        using var plain = await GetAsync(null);
        using var brotli = await GetAsync("br");

        Assert.NotEqual(plain.Headers.ETag, brotli.Headers.ETag);
    }

    [Fact]
    public async Task Head_tells_the_size_alone()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/docs");
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(Page.Length, response.Content.Headers.ContentLength);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_that_is_missing_is_an_error_that_says_how_to_make_it()
    {
        await using var app = Build();

        Assert.Contains("parley docs", Assert.Throws<FileNotFoundException>(() => app.MapParleyReference("/docs", "missing.html")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_policy_is_refused()
    {
        await File.WriteAllTextAsync(_file, "<p>other</p>", TestContext.Current.CancellationToken);
        await using var app = Build();

        Assert.Throws<InvalidDataException>(() => app.MapParleyReference("/docs", _file));
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        return builder.Build();
    }

    private async Task<HttpResponseMessage> GetAsync(string? accepted, string? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/docs");
        if (accepted is not null)
            request.Headers.Add("Accept-Encoding", accepted);
        if (known is not null)
            request.Headers.Add("If-None-Match", known);
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
