using Parley.Documentation.Html.Diagrams;

namespace Parley.Documentation.Tests.Html.Diagrams;

public sealed class LayeredLayoutTests
{
    [Fact]
    public void Lines_run_from_left_to_right()
    {
        var (a, b, c) = (Node(), Node(), Node());

        LayeredLayout.Of([c, b, a], [new(a, b), new(b, c), new(a, c)]);

        Assert.True(a.X < b.X && b.X < c.X);
    }

    [Fact]
    public void A_circle_is_drawn_with_one_line_that_runs_back()
    {
        var (a, b, c) = (Node(), Node(), Node());
        DiagramEdge[] edges = [new(a, b), new(b, c), new(c, a)];

        LayeredLayout.Of([a, b, c], edges);

        Assert.Equal([false, false, true], edges.Select(edge => edge.IsBackward));
    }

    [Fact]
    public void What_stands_alone_is_drawn() => Assert.Equal(80, LayeredLayout.Of([Node()], []).Width);

    [Fact]
    public void No_two_boxes_overlap()
    {
        var nodes = Enumerable.Range(0, 24).Select(_ => Node()).ToList();
        var edges = Enumerable.Range(1, 23).SelectMany(i => new[] { new DiagramEdge(nodes[i / 3], nodes[i]), new DiagramEdge(nodes[i / 4], nodes[i]) }).Distinct().ToList();

        LayeredLayout.Of(nodes, edges);

        foreach (var (one, other) in nodes.SelectMany((one, index) => nodes.Skip(index + 1).Select(other => (one, other))))
        {
            Assert.False(
                Math.Abs(one.X - other.X) < (one.Width + other.Width) / 2 && Math.Abs(one.Y - other.Y) < (one.Height + other.Height) / 2,
                $"{nodes.IndexOf(one)} and {nodes.IndexOf(other)}");
        }
    }

    private static DiagramNode Node() => new(80, 30);
}
