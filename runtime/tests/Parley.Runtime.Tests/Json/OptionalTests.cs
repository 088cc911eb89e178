namespace Parley.Tests.Json;

public sealed class OptionalTests
{
    [Fact]
    public void Absent_is_not_null()
    {
        Optional<string?> absent = default;
        Optional<string?> nothing = new(null);

        Assert.False(absent.IsPresent);
        Assert.True(nothing.IsPresent);
        Assert.NotEqual(absent, nothing);
        Assert.Equal("absent", absent.ToString());
        Assert.Equal("null", nothing.ToString());
    }

    [Fact]
    public void A_value_converts_to_a_present_member()
    {
        Optional<long?> five = 5;

        Assert.True(five.TryGetValue(out var value));
        Assert.Equal(5, value);
        Assert.Equal(5, five.Value);
    }

    [Fact]
    public void An_absent_member_has_no_value()
    {
        Assert.Throws<InvalidOperationException>(() => Optional<string?>.Absent.Value);
        Assert.Equal("other", Optional<string?>.Absent.GetValueOrDefault("other"));
    }
}
