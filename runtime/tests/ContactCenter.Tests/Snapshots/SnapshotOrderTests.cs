using ContactCenter.Snapshots.Language;

namespace ContactCenter.Tests.Snapshots;

public sealed class SnapshotOrderTests
{
    [Theory]
    [InlineData("[received_at] desc, [id]", "received_at DESC, id")]
    [InlineData("[received_at] ASC", "received_at, id")]
    [InlineData("[queue],[media_type] DESC", "queue, channel DESC, id")]
    public void Becomes_a_total_order(string order, string sql) =>
        Assert.Equal(sql, SqlFragment.From(SnapshotOrder.Parse(order)));

    [Theory]
    [InlineData("", 1)]
    [InlineData("[id],", 6)]
    [InlineData("[id] down", 6)]
    [InlineData("[id] desc desc", 11)]
    [InlineData("[id], [ID]", 7)]
    [InlineData("[owner], [assigned_to]", 10)]
    [InlineData("id", 1)]
    [InlineData("[id] desc; drop table agents", 10)]
    [InlineData("1", 1)]
    public void Names_the_position(string order, int position) =>
        Assert.Equal(position, Assert.Throws<QueryLanguageException>(() => SnapshotOrder.Parse(order)).Position);
}
