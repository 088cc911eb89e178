namespace Parley.Tests.Operations;

public sealed class SourceTextsTests
{
    private static SourceTexts Texts(List<string> loaded) => new(["a.json", "b.json"], path =>
    {
        loaded.Add(path);
        return path switch { "a.json" => "1", "b.json" => "2", _ => null };
    });

    [Fact]
    public void Nothing_is_loaded_before_it_is_asked_for()
    {
        var loaded = new List<string>();
        var texts = Texts(loaded);

        Assert.Equal(2, texts.Count);
        Assert.Equal(["a.json", "b.json"], texts.Keys);
        Assert.Empty(loaded);
        Assert.Equal("2", texts["b.json"]);
        Assert.Equal(["b.json"], loaded);
    }

    [Fact]
    public void It_reads_as_a_dictionary()
    {
        var texts = Texts([]);

        Assert.Equal([KeyValuePair.Create("a.json", "1"), KeyValuePair.Create("b.json", "2")], texts);
        Assert.Equal(["1", "2"], texts.Values);
        Assert.True(texts.ContainsKey("a.json"));
        Assert.False(texts.TryGetValue("c.json", out _));
        Assert.Contains("c.json", Assert.Throws<KeyNotFoundException>(() => texts["c.json"]).Message);
    }
}
