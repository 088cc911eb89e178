namespace Parley.Pacts.Tests;

public sealed class PactVerifierTests
{
    private readonly Lines _lines = new();

    private PactVerifier Verifier(string provider = "warehouse") => new(provider, new PactVerifierConfig { Outputters = [_lines] });

    [Fact]
    public async Task A_provider_that_keeps_the_pact_passes()
    {
        using var folder = await new PactFolder().WithOrderAsync();
        await using var provider = await Provider.StartAsync();
        using var verifier = Verifier();
        verifier.WithHttpEndpoint(provider.Address).WithDirectorySource(folder.Directory).WithProviderStateUrl(provider.States).Patiently().Verify();
        Assert.Contains("1 interactions verified", _lines.Text, StringComparison.Ordinal);
        Assert.Contains("\"article\":\"7\"", Assert.Single(provider.StateRequests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_answers_otherwise_fails_and_the_difference_is_named()
    {
        using var folder = await new PactFolder().WithOrderAsync();
        await using var provider = await Provider.StartAsync("""{"id":"nothing"}""");
        using var verifier = Verifier();
        var source = verifier.WithHttpEndpoint(provider.Address).WithFileSource(folder.File).Patiently();
        var failure = Assert.Throws<PactVerificationFailedException>(source.Verify);
        Assert.Contains("an order", failure.Message, StringComparison.Ordinal);
        Assert.Contains("$.id", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", "http://127.0.0.1")]
    [InlineData("127.0.0.1", "http://localhost")]
    [InlineData("[::1]", "http://[::1]")]
    public async Task Messages_are_verified_whatever_the_loopback_host_is_called(string listening, string host)
    {
        Assert.SkipWhen(listening == "[::1]" && !LoopbackHosts.HasVersion6(), "This machine has no address ::1.");
        using var folder = await new PactFolder().WithShipment().WithOrderAsync();
        await using var provider = await Provider.StartAsync(host: listening);
        using var verifier = Verifier();
        verifier.WithHttpEndpoint(new Uri($"{host}:{provider.Address.Port}"))
            .WithMessages(scenarios => scenarios.Add("a shipment", () => new { id = "C3" }))
            .WithDirectorySource(folder.Directory)
            .Patiently()
            .Verify();
        Assert.Contains("2 interactions verified", _lines.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asynchronous_content_is_made_after_the_provider_state()
    {
        using var folder = new PactFolder().WithShipment();
        await using var provider = await Provider.StartAsync();
        using var verifier = Verifier();
        var statesBefore = -1;
        verifier
            .WithMessages(scenarios => scenarios.Add("a shipment", builder => builder.WithContentAsync(async () =>
            {
                await Task.Yield();
                statesBefore = provider.StateRequests.Count;
                return new { id = "C3" };
            })))
            .WithFileSource(folder.File)
            .WithProviderStateUrl(provider.States)
            .Patiently()
            .Verify();
        Assert.Equal(1, statesBefore);
    }

    [Fact]
    public void A_message_without_scenario_fails()
    {
        using var folder = new PactFolder().WithShipment();
        using var verifier = Verifier();
        var source = verifier.WithMessages(scenarios => scenarios.Add("another", () => new { })).WithFileSource(folder.File).Patiently();
        var failure = Assert.Throws<PactVerificationFailedException>(source.Verify);
        Assert.Contains("a shipment", failure.Message, StringComparison.Ordinal);
        Assert.Contains("No scenario is added for the message 'a shipment'; added are: another.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_that_throws_fails_at_the_first_try()
    {
        using var folder = new PactFolder().WithShipment();
        using var verifier = Verifier();
        var tries = 0;
        var source = verifier
            .WithMessages(scenarios => scenarios.Add("a shipment", () => ++tries < 100 ? throw new FormatException("no shipment came") : null))
            .WithFileSource(folder.File)
            .Patiently();
        var failure = Assert.Throws<PactVerificationFailedException>(source.Verify);
        Assert.Contains("no shipment came", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, tries);
    }

    [Fact]
    public async Task A_provider_that_no_pact_names_is_not_green()
    {
        using var folder = await new PactFolder().WithOrderAsync();
        await using var provider = await Provider.StartAsync();
        using var verifier = Verifier("wharehouse");
        var source = verifier.WithHttpEndpoint(provider.Address).WithDirectorySource(folder.Directory).Patiently();
        var failure = Assert.Throws<PactVerificationFailedException>(source.Verify);
        Assert.Contains("shop with warehouse", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'wharehouse'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_matches_nothing_is_not_green()
    {
        using var folder = await new PactFolder().WithOrderAsync();
        await using var provider = await Provider.StartAsync();
        using var verifier = Verifier();
        var source = verifier.WithHttpEndpoint(provider.Address).WithDirectorySource(folder.Directory).WithFilter("no such thing").Patiently();
        var failure = Assert.Throws<PactVerificationFailedException>(source.Verify);
        Assert.Contains("no such thing", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consumer_that_has_no_pact_is_not_green()
    {
        using var folder = await new PactFolder().WithOrderAsync();
        await using var provider = await Provider.StartAsync();
        using var verifier = Verifier();
        var source = verifier.WithHttpEndpoint(provider.Address).WithDirectorySource(folder.Directory, "kiosk").Patiently();
        var failure = Assert.Throws<PactVerificationFailedException>(source.Verify);
        Assert.Contains("kiosk", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_folder_is_refused()
    {
        using var folder = new PactFolder();
        using var verifier = Verifier().WithHttpEndpoint(new Uri("http://127.0.0.1:1")) as PactVerifier;
        var failure = Assert.Throws<PactFailureException>(() => verifier!.WithDirectorySource(folder.Directory));
        Assert.Contains("Run the consumers' tests first", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"consumer":{"name":7},"provider":{"name":"warehouse"}}""")]
    public void A_file_that_holds_no_pact_is_refused_by_name(string text)
    {
        using var folder = new PactFolder();
        File.WriteAllText(folder.File.FullName, text);
        using var verifier = Verifier();
        verifier.WithHttpEndpoint(new Uri("http://127.0.0.1:1"));
        var failure = Assert.Throws<PactFailureException>(() => verifier.WithDirectorySource(folder.Directory));
        Assert.Contains("shop-warehouse.json holds no pact", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost:5000")]
    [InlineData("/")]
    public void An_endpoint_is_an_address_of_http(string address)
    {
        using var verifier = Verifier();
        var failure = Assert.Throws<ArgumentException>(() => verifier.WithHttpEndpoint(new Uri(address, UriKind.RelativeOrAbsolute)));
        Assert.Contains("does not begin with http:// or https://", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_the_core_cannot_read_is_told_apart_from_a_broken_provider()
    {
        using var folder = await new PactFolder().WithOrderAsync();
        await using var provider = await Provider.StartAsync();
        using var verifier = Verifier();
        var source = verifier.WithHttpEndpoint(provider.Address).WithFileSource(folder.File).WithFilter("(").Patiently();
        var failure = Assert.Throws<PactFailureException>(source.Verify);
        Assert.Contains("cannot read a pact, or the filter", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_needs_an_endpoint()
    {
        using var folder = new PactFolder().WithShipment();
        using var verifier = Verifier();
        Assert.Throws<InvalidOperationException>(() => verifier.WithFileSource(folder.File));
    }

    [Fact]
    public void A_selector_that_selects_nothing_is_refused()
    {
        using var verifier = Verifier();
        verifier.WithHttpEndpoint(new Uri("http://127.0.0.1:1"));
        var failure = Assert.Throws<ArgumentException>(
            () => verifier.WithPactBrokerSource(new Uri("http://127.0.0.1:1"), broker => broker.ConsumerVersionSelectors(new ConsumerVersionSelector())));
        Assert.Contains("Selector 1 selects nothing", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Selectors_that_the_core_cannot_read_are_refused()
    {
        using var verifier = NativeMethods.NewVerifier("test", "1");
        NativeMethods.SetProviderInfo(verifier, "warehouse", "http", "127.0.0.1", 1, "/");
        Assert.NotEqual(0, NativeMethods.AddBrokerSource(verifier, "http://127.0.0.1:1", null, null, null, 0, null, [], 0, null, ["{"], 1, [], 0));
    }

    [Fact]
    public void A_broker_that_is_not_there_fails_with_a_sentence()
    {
        using var verifier = Verifier();
        verifier.WithHttpEndpoint(new Uri("http://127.0.0.1:1"));
        var failure = Assert.ThrowsAny<PactFailureException>(() => verifier.WithPactBrokerSource(new Uri("http://127.0.0.1:1")).Verify());
        Assert.Contains("http://127.0.0.1:1/", failure.Message, StringComparison.Ordinal);
    }
}
