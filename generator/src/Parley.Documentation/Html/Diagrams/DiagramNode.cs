namespace Parley.Documentation.Html.Diagrams;

/// <summary>Something to place: a state, the operations between states, or a point on a long line.</summary>
/// <param name="width">In pixels.</param>
/// <param name="height">In pixels.</param>
internal sealed class DiagramNode(double width, double height)
{
    public double Width { get; set; } = width;

    public double Height => height;

    /// <summary>Column, from 0 at the left.</summary>
    public int Rank { get; set; }

    /// <summary>Left edge.</summary>
    public double X { get; set; }

    /// <summary>Middle.</summary>
    public double Y { get; set; }

    public List<DiagramNode> Before { get; } = [];

    public List<DiagramNode> After { get; } = [];
}

/// <summary>A line between two nodes; once laid out, with the points that it passes.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
internal sealed record DiagramEdge(DiagramNode From, DiagramNode To)
{
    /// <summary>All nodes on the way from left to right, both ends included.</summary>
    public List<DiagramNode> Way { get; } = [];

    /// <summary>Whether it runs from right to left.</summary>
    public bool IsBackward { get; set; }
}
