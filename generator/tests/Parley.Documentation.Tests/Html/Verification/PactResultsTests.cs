using Parley.Documentation.Html.Verification;

namespace Parley.Documentation.Tests.Html.Verification;

public sealed class PactResultsTests
{
    [Fact]
    public void An_interaction_belongs_to_what_its_description_begins_with()
    {
        var results = PactResults.Parse("""{"testResults":[{"interactionDescription":"Chat.Accept: success","success":true},{"interactionDescription":"Send","success":false}]}""", "file");

        Assert.Equal([true], results.Find("Chat.Accept", null).Select(interaction => interaction.Success));
        Assert.Equal([false], results.Find("Chat.Send", "Send").Select(interaction => interaction.Success));
    }

    [Fact]
    public void A_name_that_several_contracts_have_proves_nothing()
    {
        var results = PactResults.Parse("""{"testResults":[{"interactionDescription":"Accept: success","success":true}]}""", "file");

        Assert.Empty(results.Find("Chat.Accept", name: null));
    }

    [Fact]
    public void Results_of_several_pacts_are_read_together()
    {
        var results = PactResults.Parse(
            """[{"providerApplicationVersion":"2","testResults":[{"interactionDescription":"A.B: x","success":true}]},{"testResults":[{"interactionDescription":"A.B: y","success":false}]}]""", "file");

        Assert.Equal(2, results.Find("A.B", null).Count);
        Assert.Equal("2", results.ProviderVersion);
    }

    [Theory]
    [InlineData("{", "'file' is not JSON: ")]
    [InlineData("{}", "'file' holds no results of a Pact verification: \"testResults\" is missing or not an array.")]
    [InlineData("""{"testResults":[{"success":true}]}""", "'file' holds no results of a Pact verification: \"interactionDescription\" is missing or not a string.")]
    [InlineData("""{"testResults":[{"interactionDescription":"A.B","success":"yes"}]}""", "'file': \"success\" of the interaction \"A.B\" is missing or not a boolean.")]
    public void Anything_else_is_refused_with_its_reason(string json, string message) =>
        Assert.StartsWith(message, Assert.Throws<InputException>(() => PactResults.Parse(json, "file")).Message, StringComparison.Ordinal);
}
