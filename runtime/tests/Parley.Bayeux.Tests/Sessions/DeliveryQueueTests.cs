namespace Parley.Bayeux;

public sealed class DeliveryQueueTests
{
    private readonly DeliveryQueue _queue = new();
    private int _written;

    [Fact]
    public void What_is_not_confirmed_is_handed_out_again()
    {
        Fill(3);
        Assert.Equal((0, "1 2 3"), Take());
        Fill(1);
        Assert.Equal((3, "1 2 3 4"), Take());
        Confirm(2);
        Assert.Equal((2, "3 4"), Take());
    }

    [Fact]
    public void A_client_cannot_confirm_what_it_never_got()
    {
        Fill(2);
        Take();
        Fill(2);
        Confirm(long.MaxValue);
        Assert.Equal((0, "3 4"), Take());
    }

    [Fact]
    public void A_stale_confirmation_changes_nothing()
    {
        Fill(2);
        Take();
        Confirm(2);
        Fill(1);
        Take();
        Confirm(1);
        Confirm(-5);
        Assert.Equal((1, "3"), Take());
    }

    [Fact]
    public void Confirmed_private_events_give_the_last_place_of_each_channel()
    {
        foreach (var (channel, sequence) in new[] { ("/a", 5L), ("/b", 6L), ("/a", 8L), ("/c", 9L) })
            _queue.Enqueue(Delivery.Create(channel, "1"u8, sequence));
        Take();
        Assert.Equal(new Dictionary<string, long> { ["/a"] = 8, ["/b"] = 6 }, Confirm(3));
        Assert.Equal(1, _queue.PrivateCount);
    }

    [Fact]
    public void Order_and_sizes_survive_growing_and_wrapping()
    {
        var expected = 0L;
        for (var round = 1; round <= 50; round++)
        {
            Fill(round % 7 + 1);
            var taken = new List<Delivery>();
            _queue.CopyTo(taken, long.MaxValue);
            Assert.Equal(_queue.Bytes, taken.Sum(delivery => (long)delivery.Frame.Length));
            Confirm(_queue.NumberOf(Math.Max(1, taken.Count / 2)));
            expected = _queue.Newest;
        }

        Confirm(expected);
        Assert.Equal((0, 0L), (_queue.Count, _queue.Bytes));
    }

    [Fact]
    public void A_hand_out_stops_at_a_number_of_bytes_but_never_before_the_first()
    {
        Fill(3);
        var taken = new List<Delivery>();
        _queue.CopyTo(taken, 1);
        Assert.Single(taken);
    }

    [Fact]
    public void The_oldest_that_may_be_dropped_goes_and_what_was_handed_out_keeps_its_number()
    {
        // 1 and 2 are with the client, 3 must not be lost.
        Fill(2, isDroppable: true);
        Take();
        Fill(1);
        Fill(2, isDroppable: true);
        Assert.Equal(4, _queue.DropOldest());
        Assert.Equal((1L, 4L, 4), (_queue.Oldest, _queue.Newest, _queue.Count));
        Assert.Equal((2, "1 2 3 5"), Take());
        Assert.Equal(0, _queue.DropOldest());
        Confirm(2);
        Assert.Equal((2, "3 5"), Take());
        Confirm(4);
        Assert.Equal((0, 0L), (_queue.Count, _queue.Bytes));
    }

    [Fact]
    public void Dropping_again_and_again_leaves_the_newest()
    {
        Fill(3);
        for (var i = 4; i <= 200; i++)
        {
            Fill(1, isDroppable: true);
            if (_queue.Count > 10)
                Assert.Equal(4, _queue.DropOldest());
        }

        Assert.Equal((0, "1 2 3 194 195 196 197 198 199 200"), Take());
    }

    private void Fill(int count, bool isDroppable = false)
    {
        for (var i = 0; i < count; i++)
            _queue.Enqueue(Delivery.Create("/a", System.Text.Encoding.UTF8.GetBytes($"{++_written}"), isDroppable: isDroppable));
    }

    private (int Redelivered, string Data) Take()
    {
        var taken = new List<Delivery>();
        var redelivered = _queue.CopyTo(taken, long.MaxValue);
        return (redelivered, string.Join(' ', taken.Select(item => System.Text.Json.Nodes.JsonNode.Parse(item.Message.Span)!["data"]!.ToJsonString())));
    }

    private Dictionary<string, long>? Confirm(long number)
    {
        Dictionary<string, long>? cursors = null;
        _queue.Confirm(number, ref cursors);
        return cursors;
    }
}
