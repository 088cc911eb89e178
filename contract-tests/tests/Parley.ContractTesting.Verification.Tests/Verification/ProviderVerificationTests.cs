using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Parley.ContractTesting.Support;

namespace Parley.ContractTesting.Verification;

public sealed class ProviderVerificationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Interactions_and_messages_are_verified_and_counted()
    {
        await using var shelf = await Shelf.StartAsync();
        using var pacts = new PactFiles().With(ShelfPact.Of(ShelfPact.Read("7", "a book"), ShelfPact.Miss("8"), ShelfPact.Announce("7")));

        var summary = await Of(shelf, pacts)
            .WithMessage("announce 7", _ => Task.FromResult<JsonNode?>(new JsonObject { ["id"] = "7" }))
            .VerifyAsync(Cancel);

        Assert.Equal(new VerificationSummary(Shelf.Name, Pacts: 1, Interactions: 2, Messages: 1, PendingFailures: 0), summary);
    }

    [Fact]
    public async Task Pending_interactions_that_fail_are_counted_and_the_summary_says_so()
    {
        await using var shelf = await Shelf.StartAsync();
        using var pacts = new PactFiles().With(ShelfPact.Of(ShelfPact.Miss("7"), Pending(ShelfPact.Miss("8")), Pending(ShelfPact.Miss("9"))));
        shelf.Things["8"] = "a lamp";
        var lines = new ConcurrentQueue<string>();

        var summary = await Of(shelf, pacts).WithOutput(lines.Enqueue).VerifyAsync(Cancel);

        Assert.Equal(new VerificationSummary(Shelf.Name, Pacts: 1, Interactions: 3, Messages: 0, PendingFailures: 1), summary);
        Assert.Equal("shelf: 1 pact(s) verified, 3 interactions and 0 messages. 1 of them failed; they are pending, so the build does not.", lines.Last());
    }

    [Fact]
    public async Task A_summary_of_pending_interactions_that_all_fail_does_not_look_green()
    {
        await using var shelf = await Shelf.StartAsync();
        using var pacts = new PactFiles().With(ShelfPact.Of(
            Pending(ShelfPact.Miss("7")), Pending(ShelfPact.Read("8", "a book", "a state of tomorrow")), Pending(ShelfPact.Announce("9"))));
        shelf.Things["7"] = "a lamp";
        var lines = new ConcurrentQueue<string>();

        var summary = await Of(shelf, pacts).WithOutput(lines.Enqueue).VerifyAsync(Cancel);

        Assert.Equal(
            "shelf: 1 pact(s) verified, 2 interactions and 1 messages. All of them failed, so nothing is kept; they are pending, so the build does not fail.",
            summary.ToString());
        Assert.Contains("Nobody has added the provider state 'a state of tomorrow'; call WithState.", lines);
    }

    [Fact]
    public async Task What_the_provider_does_not_keep_is_told_with_the_difference()
    {
        await using var shelf = await Shelf.StartAsync();
        using var pacts = new PactFiles().With(ShelfPact.Of(ShelfPact.Read("7", "a book"), ShelfPact.Miss("8")));
        shelf.Things["8"] = "a lamp";

        var exception = await Assert.ThrowsAsync<PactVerificationFailedException>(() => Of(shelf, pacts).VerifyAsync(Cancel));

        Assert.Contains("miss 8", exception.Message);
        Assert.Contains("404", exception.Message);
    }

    [Fact]
    public async Task A_message_other_than_promised_fails()
    {
        await using var shelf = await Shelf.StartAsync();
        using var pacts = new PactFiles().With(ShelfPact.Of(ShelfPact.Announce("7")));

        var exception = await Assert.ThrowsAsync<PactVerificationFailedException>(() => Of(shelf, pacts)
            .WithMessage("announce 7", _ => Task.FromResult<JsonNode?>(new JsonObject { ["id"] = "8" }))
            .VerifyAsync(Cancel));

        Assert.Contains("announce 7", exception.Message);
    }

    [Fact]
    public async Task A_message_is_caused_after_its_state_was_set_up()
    {
        await using var shelf = await Shelf.StartAsync();
        var announcement = ShelfPact.Announce("7");
        announcement["providerStates"] = new JsonArray(new JsonObject { ["name"] = ShelfPact.ThingExists, ["params"] = new JsonObject { ["id"] = "7", ["content"] = "a book" } });
        using var pacts = new PactFiles().With(ShelfPact.Of(announcement));

        var summary = await Of(shelf, pacts)
            .WithMessage("announce 7", _ => Task.FromResult<JsonNode?>(new JsonObject { ["id"] = shelf.Things.Keys.Single() }))
            .VerifyAsync(Cancel);

        Assert.Equal(1, summary.Messages);
    }

    [Fact]
    public async Task A_value_of_the_state_takes_the_place_of_the_example()
    {
        await using var shelf = await Shelf.StartAsync();
        var read = ShelfPact.Read("7", "a book", "a thing of some number is on the shelf");
        read["request"]!["generators"] = new JsonObject { ["path"] = new JsonObject { ["type"] = "ProviderState", ["expression"] = "/things/${id}", ["dataType"] = "STRING" } };
        using var pacts = new PactFiles().With(ShelfPact.Of(read));

        var summary = await Of(shelf, pacts)
            .WithState("a thing of some number is on the shelf", (state, _) =>
            {
                shelf.Things["1234"] = state["content"];
                return Task.FromResult<JsonObject?>(new JsonObject { ["id"] = "1234" });
            })
            .VerifyAsync(Cancel);

        Assert.Equal(1, summary.Interactions);
    }

    [Fact]
    public async Task Something_is_done_before_each_interaction_and_ahead_of_all_its_states()
    {
        await using var shelf = await Shelf.StartAsync();
        var two = ShelfPact.Read("7", "a book");
        two["providerStates"]!.AsArray().Add((JsonNode)new JsonObject { ["name"] = ShelfPact.ThingExists, ["params"] = new JsonObject { ["id"] = "9", ["content"] = "a pen" } });
        using var pacts = new PactFiles().With(ShelfPact.Of(two, ShelfPact.Miss("7"), ShelfPact.Miss("9")));
        var times = 0;

        await Of(shelf, pacts)
            .BeforeEach(_ =>
            {
                times++;
                shelf.Things.Clear();
                return Task.CompletedTask;
            })
            .VerifyAsync(Cancel);

        Assert.Equal(3, times);
    }

    [Fact]
    public async Task A_header_goes_with_every_request()
    {
        await using var shelf = await Shelf.StartAsync();
        using var pacts = new PactFiles().With(ShelfPact.Of(ShelfPact.Miss("7"), ShelfPact.Miss("8")));

        await Of(shelf, pacts).WithHeader("X-User", "anna").VerifyAsync(Cancel);

        Assert.Equal(["anna", "anna"], shelf.Users);
    }

    [Fact]
    public async Task Only_what_the_filter_leaves_is_verified()
    {
        await using var shelf = await Shelf.StartAsync();
        using var pacts = new PactFiles().With(ShelfPact.Of(ShelfPact.Read("7", "a book"), ShelfPact.Miss("8")));
        shelf.Things["8"] = "so that the other would fail";

        Assert.Equal(1, (await Of(shelf, pacts).Only(description: "^read").VerifyAsync(Cancel)).Interactions);
        Assert.Equal(1, (await Of(shelf, pacts).Only(state: "shelf").VerifyAsync(Cancel)).Interactions);
    }

    [Fact]
    public async Task Verifications_run_beside_each_other()
    {
        await using var shelf = await Shelf.StartAsync();
        using var pacts = new PactFiles().With(ShelfPact.Of(ShelfPact.Read("7", "a book")));

        var summaries = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Of(shelf, pacts).VerifyAsync(Cancel)));

        Assert.All(summaries, summary => Assert.Equal(1, summary.Interactions));
    }

    private static JsonObject Pending(JsonObject interaction)
    {
        interaction["pending"] = true;
        return interaction;
    }

    private static ProviderVerification Of(Shelf shelf, PactFiles pacts) => ProviderVerification.Of(Shelf.Name, shelf.Address)
        .WithPacts(pacts.Source)
        .WithState(ShelfPact.ThingExists, state => shelf.Things[state["id"]] = state["content"]);
}
