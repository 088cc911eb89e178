namespace Parley.Tests.Json;

public sealed class ValueListTests
{
    [Fact]
    public void Lists_are_equal_item_by_item()
    {
        ValueList<string> one = ["a", "b"];
        ValueList<string> same = ["a", "b"];
        ValueList<string> other = ["b", "a"];

        Assert.True(one == same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.True(one != other);
        Assert.Equal("[a, b]", one.ToString());
    }

    [Fact]
    public void The_default_is_an_empty_list()
    {
        Assert.Empty(default(ValueList<int>));
        Assert.True(default == ValueList<int>.Empty);
        ValueList<int> written = [];
        Assert.True(written == default);
    }

    [Fact]
    public void A_list_is_made_from_a_sequence() => Assert.Equal([1, 2], Enumerable.Range(1, 2).ToValueList());

    [Fact]
    public void An_optional_list_is_written_like_any_other()
    {
        ValueList<int>? list = [1];

        Assert.Equal(1, list.Value[0]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1000)]
    public void A_builder_keeps_every_item_in_order(int count)
    {
        var builder = default(ValueListBuilder<int>);
        for (var i = 0; i < count; i++)
            builder.Add(i);

        Assert.Equal(Enumerable.Range(0, count), builder.ToValueList());
    }
}
