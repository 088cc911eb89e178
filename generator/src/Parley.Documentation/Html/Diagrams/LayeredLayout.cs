namespace Parley.Documentation.Html.Diagrams;

/// <summary>
/// Layered drawing after Sugiyama, from left to right: lines that would close a circle are turned, nodes get columns by their longest way from the left,
/// lines over several columns get a point in each, columns are ordered by the middle of their neighbours, and heights follow the neighbours.
/// The same graph always gives the same picture.
/// </summary>
internal sealed class LayeredLayout
{
    private const int Sweeps = 8;
    private const double ColumnGap = 30;
    private const double RowGap = 14;
    private readonly IReadOnlyList<DiagramNode> _nodes;
    private readonly IReadOnlyList<DiagramEdge> _edges;
    private readonly List<List<DiagramNode>> _columns = [];

    private LayeredLayout(IReadOnlyList<DiagramNode> nodes, IReadOnlyList<DiagramEdge> edges) => (_nodes, _edges) = (nodes, edges);

    public double Width { get; private set; }

    public double Height { get; private set; }

    public static LayeredLayout Of(IReadOnlyList<DiagramNode> nodes, IReadOnlyList<DiagramEdge> edges)
    {
        var layout = new LayeredLayout(nodes, edges);
        layout.TurnCircles();
        layout.AssignColumns();
        layout.SplitLongLines();
        layout.OrderColumns();
        layout.AssignHeights();
        layout.AssignWidths();
        return layout;
    }

    private void TurnCircles()
    {
        var outgoing = _edges.ToLookup(edge => edge.From);
        var open = new HashSet<DiagramNode>();
        var done = new HashSet<DiagramNode>();
        foreach (var node in _nodes)
            Visit(node);

        foreach (var edge in _edges)
        {
            var (left, right) = edge.IsBackward ? (edge.To, edge.From) : (edge.From, edge.To);
            left.After.Add(right);
            right.Before.Add(left);
        }

        void Visit(DiagramNode node)
        {
            if (done.Contains(node) || !open.Add(node))
                return;
            foreach (var edge in outgoing[node])
            {
                if (open.Contains(edge.To))
                    edge.IsBackward = true;
                else
                    Visit(edge.To);
            }

            open.Remove(node);
            done.Add(node);
        }
    }

    private void AssignColumns()
    {
        var placed = new HashSet<DiagramNode>();
        foreach (var node in _nodes)
            Place(node);

        var last = _nodes.Max(node => node.Rank);
        foreach (var node in _nodes.Where(node => node.Before.Count == 0))
        {
            // What nothing leads to stands beside what it leads to, and what stands alone among the ends.
            node.Rank = node.After.Count == 0 ? last : node.After.Min(after => after.Rank) - 1;
        }

        void Place(DiagramNode node)
        {
            if (!placed.Add(node))
                return;
            foreach (var before in node.Before)
                Place(before);
            node.Rank = node.Before.Count == 0 ? 0 : node.Before.Max(before => before.Rank) + 1;
        }
    }

    private void SplitLongLines()
    {
        for (var rank = 0; rank <= _nodes.Max(node => node.Rank); rank++)
            _columns.Add([.. _nodes.Where(node => node.Rank == rank)]);
        foreach (var node in _nodes)
        {
            node.Before.Clear();
            node.After.Clear();
        }

        foreach (var edge in _edges)
        {
            var (left, right) = edge.IsBackward ? (edge.To, edge.From) : (edge.From, edge.To);
            edge.Way.Add(left);
            for (var rank = left.Rank + 1; rank < right.Rank; rank++)
            {
                var point = new DiagramNode(0, 4) { Rank = rank };
                _columns[rank].Add(point);
                edge.Way.Add(point);
            }

            edge.Way.Add(right);
            foreach (var (before, after) in edge.Way.Zip(edge.Way.Skip(1)))
            {
                before.After.Add(after);
                after.Before.Add(before);
            }
        }
    }

    private void OrderColumns()
    {
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            if (sweep % 2 == 0)
            {
                for (var rank = 1; rank < _columns.Count; rank++)
                    Order(rank, node => node.Before, rank - 1);
            }
            else
            {
                for (var rank = _columns.Count - 2; rank >= 0; rank--)
                    Order(rank, node => node.After, rank + 1);
            }
        }

        void Order(int rank, Func<DiagramNode, List<DiagramNode>> neighbours, int fixedRank)
        {
            var positions = _columns[fixedRank].Select((node, index) => (node, index)).ToDictionary(pair => pair.node, pair => pair.index);
            var column = _columns[rank];
            var wanted = column.Select((node, index) => (node, index)).ToDictionary(
                pair => pair.node,
                pair => neighbours(pair.node) is { Count: > 0 } near ? near.Average(neighbour => positions[neighbour]) : pair.index);
            // OrderBy is stable: equal wishes keep the order of the contract.
            _columns[rank] = [.. column.OrderBy(node => wanted[node])];
        }
    }

    private void AssignHeights()
    {
        foreach (var column in _columns)
            Spread(column);
        for (var sweep = 0; sweep < Sweeps * 2; sweep++)
        {
            var columns = sweep % 2 == 0 ? _columns : Enumerable.Reverse(_columns);
            foreach (var column in columns)
            {
                foreach (var node in column)
                {
                    var neighbours = (sweep % 2 == 0 ? node.Before : node.After) is { Count: > 0 } near ? near : [.. node.Before, .. node.After];
                    if (neighbours.Count > 0)
                        node.Y = neighbours.Average(neighbour => neighbour.Y);
                }

                Spread(column);
            }
        }

        var all = _columns.SelectMany(column => column).ToList();
        var top = all.Min(node => node.Y - (node.Height / 2));
        foreach (var node in all)
            node.Y = Math.Round(node.Y - top, 1);
        Height = all.Max(node => node.Y + (node.Height / 2));
    }

    // Pushes overlapping nodes apart in their order, and keeps their common middle.
    private static void Spread(List<DiagramNode> column)
    {
        var wanted = column.Average(node => node.Y);
        for (var i = 1; i < column.Count; i++)
        {
            var least = column[i - 1].Y + ((column[i - 1].Height + column[i].Height) / 2) + RowGap;
            column[i].Y = Math.Max(column[i].Y, least);
        }

        var shift = wanted - column.Average(node => node.Y);
        foreach (var node in column)
            node.Y += shift;
    }

    private void AssignWidths()
    {
        var x = 0.0;
        foreach (var column in _columns)
        {
            var width = column.Max(node => node.Width);
            foreach (var node in column)
            {
                // A line crosses the whole column before it bends, or it would run behind its neighbours.
                if (node.Width == 0)
                    node.Width = width;
                node.X = Math.Round(x + ((width - node.Width) / 2), 1);
            }

            x += width + ColumnGap;
        }

        Width = x - ColumnGap;
    }
}
