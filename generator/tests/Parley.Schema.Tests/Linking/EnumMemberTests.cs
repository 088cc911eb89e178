namespace Parley.Schema.Tests.Linking;

public sealed class EnumMemberTests
{
    [Theory]
    [InlineData("""["foo\nbar", "foo\rbar"]""", "FooBar FooBar2")]
    [InlineData("""["a b", "a-b", "AB2", "a_b"]""", "AB AB3 AB2 AB4")]
    [InlineData("""["", null, "a"]""", "Empty  A")]
    public void Values_that_become_one_name_are_numbered(string values, string members) =>
        Assert.Equal(members, string.Join(' ', Load.Root($$"""{ "enum": {{values}} }""").EnumMembers));

    [Fact]
    public void Empty_list_is_valid_and_allows_nothing() => Assert.Empty(Load.Root("""{ "enum": [] }""").Enum!.Value);
}
