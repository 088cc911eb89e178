using System.Text.Json;

namespace Parley.Pacts.Tests;

public sealed class HttpPactTests
{
    [Fact]
    public async Task A_pact_that_is_kept_is_written()
    {
        using var folder = await new PactFolder().WithOrderAsync();
        var interaction = Assert.Single(folder.Interactions());
        Assert.Equal("an order", interaction.GetProperty("description").GetString());
        Assert.Equal("Synchronous/HTTP", interaction.GetProperty("type").GetString());
        Assert.Equal("A1", interaction.GetProperty("response").GetProperty("body").GetProperty("content").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_parameter_that_looks_like_a_number_stays_text()
    {
        using var folder = await new PactFolder().WithOrderAsync();
        var state = Assert.Single(folder.Interactions()).GetProperty("providerStates")[0];
        Assert.Equal("goods are there", state.GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.String, state.GetProperty("params").GetProperty("article").ValueKind);
        Assert.Equal("7", state.GetProperty("params").GetProperty("article").GetString());
    }

    [Fact]
    public async Task A_state_with_no_parameters_in_its_dictionary_is_kept()
    {
        using var folder = new PactFolder();
        var pact = folder.Pact().WithHttpInteractions();
        pact.UponReceiving("a look").Given("all is quiet", new Dictionary<string, string>()).WithRequest(HttpMethod.Post, "/look").WillRespond();
        await pact.VerifyAsync(context => Requests.PostAsync(context.MockServerUri, "/look", ""));
        Assert.Equal("all is quiet", Assert.Single(folder.Interactions()).GetProperty("providerStates")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_request_that_does_not_come_fails_and_is_named()
    {
        using var folder = new PactFolder();
        var pact = folder.Pact().WithHttpInteractions();
        pact.UponReceiving("an order").WithRequest(HttpMethod.Post, "/orders").WillRespond();
        var failure = await Assert.ThrowsAsync<PactFailureException>(() => pact.VerifyAsync(_ => Task.CompletedTask));
        Assert.Contains("POST /orders: was not called", failure.Message, StringComparison.Ordinal);
        Assert.False(folder.File.Exists);
    }

    [Fact]
    public async Task A_request_that_differs_fails_and_the_difference_is_named()
    {
        using var folder = new PactFolder();
        var pact = folder.Pact().WithHttpInteractions();
        pact.UponReceiving("an order").WithRequest(HttpMethod.Post, "/orders").WithJsonBody(new { article = "7" }).WillRespond();
        var failure = await Assert.ThrowsAsync<PactFailureException>(
            () => pact.VerifyAsync(context => Requests.PostAsync(context.MockServerUri, "/orders", """{"article":"8"}""")));
        Assert.Contains("was called otherwise than described", failure.Message, StringComparison.Ordinal);
        Assert.Contains("$.article", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pact_without_interactions_fails()
    {
        using var folder = new PactFolder();
        var pact = folder.Pact().WithHttpInteractions();
        var failure = Assert.Throws<PactFailureException>(() => pact.Verify(_ => { }));
        Assert.Contains("nothing would be verified", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_response_needs_a_request()
    {
        using var folder = new PactFolder();
        var request = folder.Pact().WithHttpInteractions().UponReceiving("an order");
        Assert.Throws<InvalidOperationException>(request.WillRespond);
    }

    [Fact]
    public async Task Sixteen_mock_servers_at_once_lose_no_interaction()
    {
        using var folder = new PactFolder();
        await Parallel.ForEachAsync(Enumerable.Range(0, 16), TestContext.Current.CancellationToken, async (number, _) =>
        {
            var pact = folder.Pact().WithHttpInteractions();
            pact.UponReceiving($"order {number}").WithRequest(HttpMethod.Post, $"/orders/{number}").WillRespond();
            await pact.VerifyAsync(context => Requests.PostAsync(context.MockServerUri, $"/orders/{number}", ""));
        });
        Assert.Equal(16, folder.Interactions().Length);
    }
}
