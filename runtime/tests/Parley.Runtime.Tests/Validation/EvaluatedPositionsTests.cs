namespace Parley.Tests.Validation;

public sealed class EvaluatedPositionsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(5000)]
    public void Holds_what_was_added_and_nothing_else(int position)
    {
        var set = default(EvaluatedPositions);
        set.Add(position);

        Assert.True(set.Contains(position));
        Assert.False(set.Contains(position + 1));
        Assert.False(set.Contains(position + 64));
        Assert.False(position > 0 && set.Contains(position - 1));
        Assert.False(set.ContainsFirst(position + 2));
        set.Release(true);
    }

    [Fact]
    public void Grows_without_losing_anything()
    {
        var set = default(EvaluatedPositions);
        set.AddFirst(3000);

        Assert.True(set.ContainsFirst(3000));
        Assert.False(set.ContainsFirst(3001));
        set.Release(true);
    }

    [Fact]
    public void Everything_is_whatever_position()
    {
        var set = default(EvaluatedPositions);
        set.AddAll();

        Assert.True(set.Contains(int.MaxValue));
        Assert.True(set.ContainsFirst(int.MaxValue));
    }

    [Fact]
    public void Takes_over_what_a_branch_has()
    {
        var set = default(EvaluatedPositions);
        var branch = default(EvaluatedPositions);
        set.Add(1);
        branch.Add(2);
        branch.Add(700);

        set.Add(ref branch);

        Assert.True(set.Contains(1) && set.Contains(2) && set.Contains(700));
        Assert.False(branch.Contains(1));
        var all = default(EvaluatedPositions);
        all.AddAll();
        set.Add(ref all);
        Assert.True(set.Contains(3));
        set.Release(true);
        branch.Release(true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Release_passes_the_verdict_on_and_empties_the_set(bool verdict)
    {
        var set = default(EvaluatedPositions);
        set.AddFirst(300);

        Assert.Equal(verdict, set.Release(verdict));
        Assert.False(set.Contains(0) || set.Contains(299));
    }
}
