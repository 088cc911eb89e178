using Parley.ContractTesting.Support;

namespace Parley.ContractTesting.Verification;

/// <summary>A mistake ends the verification with a sentence that says what to do; it is never green, and never waits for the Pact core to try again.</summary>
public sealed class BadInputTests
{
    [Fact]
    public async Task No_pact()
    {
        using var pacts = new PactFiles();

        await FailsAsync(pacts, $"There is no pact in {pacts.Path}. Run the consumers' tests first");
    }

    [Fact]
    public async Task No_folder()
    {
        await using var shelf = await Shelf.StartAsync();

        var exception = await Assert.ThrowsAsync<PactFailureException>(() =>
            ProviderVerification.Of(Shelf.Name, shelf.Address).WithPacts(PactSource.Folder("/nowhere")).VerifyAsync(TestContext.Current.CancellationToken));
        Assert.Contains("There is no pact in /nowhere", exception.Message);
    }

    [Fact]
    public async Task Wrong_name_of_the_provider()
    {
        var pact = ShelfPact.Of(ShelfPact.Miss("7"));
        pact["provider"]!["name"] = "shelve";
        using var pacts = new PactFiles().With(pact);

        await FailsAsync(pacts, "is with the provider 'shelf'; they are with 'shelve'. Correct the name in ProviderVerification.Of.");
    }

    [Fact]
    public async Task Filter_that_matches_nothing()
    {
        using var pacts = new PactFiles().With(ShelfPact.Of(ShelfPact.Miss("7"), ShelfPact.Miss("8")));

        await FailsAsync(pacts, "matches 'lend'", verification => verification.Only(description: "lend"), "The descriptions are: 'miss 7', 'miss 8'");
    }

    [Fact]
    public async Task State_that_nobody_has_added()
    {
        using var pacts = new PactFiles().With(ShelfPact.Of(ShelfPact.Read("7", "a book"), ShelfPact.Miss("8")));

        await FailsAsync(pacts, "call WithState for:", also: "- 'a thing is on the shelf' (pact of reader)");
    }

    [Fact]
    public async Task Message_that_nobody_has_added()
    {
        using var pacts = new PactFiles().With(ShelfPact.Of(ShelfPact.Announce("7")));

        await FailsAsync(pacts, "call WithMessage for:", also: "- 'announce 7' (pact of reader)");
    }

    [Fact]
    public async Task State_that_cannot_be_set_up()
    {
        using var pacts = new PactFiles().With(ShelfPact.Of(ShelfPact.Read("7", "a book")));

        await FailsAsync(pacts, "The provider state 'a thing is on the shelf' could not be set up", verification => verification.WithState(ShelfPact.ThingExists, _ => throw new InvalidOperationException("The shelf is full.")), "The shelf is full.");
    }

    [Fact]
    public async Task Parameter_that_the_pact_does_not_give()
    {
        using var pacts = new PactFiles().With(ShelfPact.Of(ShelfPact.Read("7", "a book")));

        await FailsAsync(pacts, "needs the parameter 'colour', which the pact does not give", verification => verification.WithState(ShelfPact.ThingExists, state => _ = state["colour"]));
    }

    [Fact]
    public async Task Message_that_cannot_be_caused()
    {
        using var pacts = new PactFiles().With(ShelfPact.Of(ShelfPact.Announce("7")));

        await FailsAsync(pacts, "Nothing came.", verification => verification.WithMessage("announce 7", _ => throw new TimeoutException("Nothing came.")));
    }

    [Theory]
    [InlineData("{\n  \"consumer\": {,\n", "pact.json(2,16): this is not JSON")]
    [InlineData("[]", "pact.json: this is JSON but not a pact: it is not an object.")]
    [InlineData("{}", "pact.json: this is JSON but not a pact: $ has no member consumer.")]
    [InlineData("""{"consumer":{"name":"c"},"provider":{}}""", "$.provider has no member name.")]
    [InlineData("""{"consumer":{"name":"c"},"consumer":{"name":"d"},"provider":{"name":"shelf"}}""", "Duplicate property 'consumer'")]
    [InlineData("""{"consumer":{"name":"c"},"provider":{"name":"shelf"},"interactions":[{}]}""", "$.interactions[0] has no member description.")]
    public async Task Malformed_pact(string text, string sentence)
    {
        using var pacts = new PactFiles().With("pact.json", text);

        await FailsAsync(pacts, sentence, also: "Delete it and run the consumer's tests again");
    }

    [Fact]
    public async Task Pact_without_interactions()
    {
        using var pacts = new PactFiles().With(ShelfPact.Of());

        await FailsAsync(pacts, "has no interaction");
    }

    [Fact]
    public async Task Provider_that_does_not_listen()
    {
        using var pacts = new PactFiles().With(ShelfPact.Of(ShelfPact.Miss("7")));
        using var silent = new SilentPort();

        await Assert.ThrowsAsync<PactVerificationFailedException>(() =>
            ProviderVerification.Of(Shelf.Name, silent.Address).WithPacts(pacts.Source).VerifyAsync(TestContext.Current.CancellationToken));
    }

    private static async Task FailsAsync(PactFiles pacts, string sentence, Action<ProviderVerification>? configure = null, string also = "")
    {
        await using var shelf = await Shelf.StartAsync();
        var verification = ProviderVerification.Of(Shelf.Name, shelf.Address).WithPacts(pacts.Source);
        configure?.Invoke(verification);

        var exception = await Assert.ThrowsAnyAsync<PactFailureException>(() => verification.VerifyAsync(TestContext.Current.CancellationToken));

        Assert.Contains(sentence, exception.Message);
        Assert.Contains(also, exception.Message);
    }
}
