using System.Text;

namespace Parley.Bayeux.Load.Clients;

public sealed class DeliveryLedgerTests
{
    private readonly DeliveryLedger _ledger = new(10);

    [Fact]
    public void What_has_not_arrived_everywhere_is_lost()
    {
        var (first, second) = (_ledger.Join(), _ledger.Join());
        var sequence = _ledger.Publishing();
        Receive(first, sequence);
        Assert.Equal(1, _ledger.Lost);
        Assert.False(_ledger.CompleteAsync(sequence).IsCompleted);
        Receive(second, sequence);
        Assert.Equal(0, _ledger.Lost);
        Assert.True(_ledger.CompleteAsync(sequence).IsCompleted);
    }

    [Fact]
    public void What_arrives_again_is_duplicated_and_makes_up_for_nothing()
    {
        var first = _ledger.Join();
        _ledger.Join();
        var sequence = _ledger.Publishing();
        Receive(first, sequence, sequence);
        Assert.Equal((1, 1, 0), (_ledger.Lost, _ledger.Duplicated, _ledger.Reordered));
    }

    [Fact]
    public void What_arrives_after_a_later_event_is_reordered()
    {
        var record = _ledger.Join();
        var (one, two, three) = (_ledger.Publishing(), _ledger.Publishing(), _ledger.Publishing());
        Receive(record, one, three, two);
        Assert.Equal((0, 0, 1), (_ledger.Lost, _ledger.Duplicated, _ledger.Reordered));
    }

    [Fact]
    public void To_a_session_nothing_is_due_from_before_it_joined()
    {
        _ledger.Publishing();
        _ledger.Join();
        Assert.Equal(0, _ledger.Lost);
    }

    private void Receive(EventRecord record, params int[] sequences) =>
        _ledger.Received(record, Encoding.UTF8.GetBytes(string.Join(',', sequences.Select(static sequence => $$$"""{"data":{"seq":{{{sequence}}},"text":""}}"""))), at: 0);
}
