using System.Globalization;

namespace Parley.Tests.Json;

public sealed class ValueMapTests
{
    [Fact]
    public void Maps_are_equal_whatever_the_order()
    {
        ValueMap<int> one = [new("a", 1), new("b", 2)];
        ValueMap<int> same = [new("b", 2), new("a", 1)];
        ValueMap<int> other = [new("a", 1), new("b", 3)];
        ValueMap<int> fewer = [new("a", 1)];

        Assert.True(one.Equals(same));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.False(one.Equals(other));
        Assert.False(one.Equals(fewer));
    }

    [Fact]
    public void Members_keep_their_order() => Assert.Equal(["z", "a"], ValueMap.Create<int>([new("z", 1), new("a", 2)]).Keys);

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(500)]
    public void Every_member_is_found_and_none_twice(int count)
    {
        var builder = default(ValueMapBuilder<int>);
        for (var i = 0; i < count; i++)
            Assert.True(builder.TryAdd(Name(i), i));
        for (var i = 0; i < count; i++)
            Assert.False(builder.TryAdd(Name(i), -1));

        var map = builder.ToValueMap();
        Assert.Equal(count, map.Count);
        Assert.All(Enumerable.Range(0, count), i => Assert.Equal(i, map[Name(i)]));
        Assert.False(map.ContainsKey("absent"));
        Assert.Throws<KeyNotFoundException>(() => map["absent"]);
    }

    [Fact]
    public void A_name_that_occurs_twice_is_refused() =>
        Assert.Contains("\"a\"", Assert.Throws<ArgumentException>(() => ValueMap.Create<int>([new("a", 1), new("a", 1)])).Message, StringComparison.Ordinal);

    [Fact]
    public void With_adds_or_replaces()
    {
        ValueMap<int> map = [new("a", 1)];

        Assert.Equal(2, map.With("b", 2)["b"]);
        Assert.Equal(3, map.With("a", 3)["a"]);
        Assert.Equal(1, map["a"]);
    }

    private static string Name(int i) => "member" + i.ToString(CultureInfo.InvariantCulture);
}
