namespace Parley.Tests.Operations;

public sealed class FailureCatalogueTests
{
    private static readonly FailureDescriptor Missing = new(3, 404, "There is no such thing.");

    [Fact]
    public void A_row_is_made_when_it_is_asked_for()
    {
        var asked = new List<FailureKind>();
        var catalogue = new FailureCatalogue(kind =>
        {
            asked.Add(kind);
            return Missing;
        });

        Assert.Empty(asked);
        Assert.Equal(Missing, catalogue[FailureKind.NotFound]);
        Assert.Equal([FailureKind.NotFound], asked);
    }

    [Fact]
    public void It_reads_as_a_dictionary()
    {
        var catalogue = new FailureCatalogue(static kind => kind == FailureKind.NotFound ? Missing : null);

        Assert.Equal([KeyValuePair.Create(FailureKind.NotFound, Missing)], catalogue);
        Assert.Equal((1, Missing), (catalogue.Count, catalogue.Values.Single()));
        Assert.True(catalogue.ContainsKey(FailureKind.NotFound));
        Assert.False(catalogue.TryGetValue(FailureKind.WrongState, out _));
        Assert.Contains("WrongState", Assert.Throws<KeyNotFoundException>(() => catalogue[FailureKind.WrongState]).Message);
    }
}
