using System.Text.Json.Nodes;

namespace Parley.Pacts.StandInBroker.Rules;

public sealed class ContentHashTests
{
    private const string Pact = """{"interactions":[{"description":"a","request":{"path":"/","method":"GET"}},{"description":"b"}],"metadata":{"x":1}}""";

    [Theory]
    [InlineData("""{"metadata":{"x":2},"interactions":[{"request":{"method":"GET","path":"/"},"description":"a"},{"description":"b"}]}""")]
    [InlineData("""{"interactions":[{"description":"b"},{"description":"a","request":{"path":"/","method":"GET"}}]}""")]
    public void Order_and_metadata_do_not_count(string same) => Assert.Equal(Hash(Pact), Hash(same));

    [Theory]
    [InlineData("""{"interactions":[{"description":"a","request":{"path":"/","method":"PUT"}},{"description":"b"}],"metadata":{"x":1}}""")]
    [InlineData("""{"interactions":[{"description":"b"}],"metadata":{"x":1}}""")]
    [InlineData("""{"messages":[{"description":"a","request":{"path":"/","method":"GET"}},{"description":"b"}],"metadata":{"x":1}}""")]
    public void What_a_provider_verifies_counts(string other) => Assert.NotEqual(Hash(Pact), Hash(other));

    [Fact]
    public void The_order_in_an_array_of_an_interaction_counts() =>
        Assert.NotEqual(Hash("""{"interactions":[{"description":"a","steps":[1,2]}]}"""), Hash("""{"interactions":[{"description":"a","steps":[2,1]}]}"""));

    private static string Hash(string pact) => ContentHash.OfPact(JsonNode.Parse(pact)!.AsObject());
}
