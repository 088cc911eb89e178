using Parley.Documentation.Model;

namespace Parley.Documentation.Html.Diagrams;

/// <summary>
/// The states of a contract and the operations between them as SVG. An operation stands once, on its way from the states that allow it to the state that it
/// leads to; one that changes no state stands in the states that allow it. Every name is a link.
/// </summary>
internal static class StateDiagram
{
    private const double LineHeight = 18;
    private const double Margin = 8;

    /// <summary>The picture; empty for a contract without states.</summary>
    public static HtmlMarkup Of(ContractDocumentation contract)
    {
        if (contract.States.Count == 0)
            return HtmlMarkup.Empty;

        var states = contract.States.Select(state => new StateBox(state, Staying(contract, state))).ToList();
        var boxes = states.ToDictionary(box => box.State.Name, StringComparer.Ordinal);
        var moves = new List<MoveBox>();
        var edges = new List<DiagramEdge>();
        var moving = contract.Operations
            .Where(operation => operation.To is not null)
            .Select(operation => (Operation: operation, From: operation.From.Where(state => state != operation.To).ToList()))
            .Where(move => move.From.Count > 0 || move.Operation.From.Count == 0)
            .GroupBy(move => (From: string.Join(' ', move.From), move.Operation.To));
        foreach (var group in moving)
        {
            var box = new MoveBox([.. group.Select(move => move.Operation)]);
            moves.Add(box);
            edges.AddRange(group.First().From.Select(from => new DiagramEdge(boxes[from].Node, box.Node)));
            edges.Add(new DiagramEdge(box.Node, boxes[group.Key.To!].Node));
        }

        var layout = LayeredLayout.Of([.. states.Select(box => box.Node), .. moves.Select(box => box.Node)], edges);
        var (width, height) = (layout.Width + (2 * Margin), layout.Height + (2 * Margin));
        var stateNodes = states.Select(box => box.Node).ToHashSet();
        return HtmlMarkup.Of(
            $"""
            <div class="diagram" role="region" tabindex="0" aria-label="{"States of " + contract.Title}"><svg width="{width}" height="{height}" viewBox="{-Margin} {-Margin} {width} {height}" role="group" aria-label="{"State diagram of " + contract.Title}">{edges.Select(edge => Line(edge, edge.IsBackward || stateNodes.Contains(edge.To)))}{moves.Select(Move)}{states.Select(State)}</svg></div>
            """);
    }

    private static List<OperationDocumentation> Staying(ContractDocumentation contract, StateDocumentation state) =>
        [.. contract.Operations.Where(operation => operation.From.Contains(state.Name) && (operation.To is null || operation.To == state.Name))];

    private static HtmlMarkup State(StateBox box)
    {
        var node = box.Node;
        var top = node.Y - (node.Height / 2);
        var middle = node.X + (node.Width / 2);
        var classes = box.State.Terminal ? "state end" : "state";
        var links = box.Operations.Select((operation, index) => Link(operation, middle, top + 26 + ((index + 1) * LineHeight)));
        return HtmlMarkup.Of(
            $"""<g class="{classes}"><rect x="{node.X}" y="{top}" width="{node.Width}" height="{node.Height}" rx="{(box.Operations.Count > 0 ? 10 : 15)}"/><a href="{"#" + box.State.Anchor}"><text x="{middle}" y="{top + 20}">{box.State.Name}</text></a>{links}</g>""");
    }

    private static HtmlMarkup Move(MoveBox box)
    {
        var node = box.Node;
        var top = node.Y - (node.Height / 2);
        return HtmlMarkup.Join(box.Operations.Select((operation, index) =>
            Link(operation, node.X + (node.Width / 2), top + 13 + (index * LineHeight))));
    }

    private static HtmlMarkup Link(OperationDocumentation operation, double x, double y) =>
        HtmlMarkup.Of($"""<a href="{"#" + operation.Anchor}"><text x="{x}" y="{y}">{operation.Name}</text></a>""");

    private static HtmlMarkup Line(DiagramEdge edge, bool hasArrow)
    {
        var path = FormattableString.Invariant($"M{edge.Way[0].X + edge.Way[0].Width:0.#} {edge.Way[0].Y:0.#}");
        foreach (var (left, right) in edge.Way.Zip(edge.Way.Skip(1)))
        {
            var (x1, x2) = (left.X + left.Width, right.X);
            var middle = (x1 + x2) / 2;
            path += FormattableString.Invariant($"L{x1:0.#} {left.Y:0.#}C{middle:0.#} {left.Y:0.#} {middle:0.#} {right.Y:0.#} {x2:0.#} {right.Y:0.#}");
        }

        var end = edge.IsBackward
            ? Arrow(edge.Way[0].X + edge.Way[0].Width, edge.Way[0].Y, 6)
            : Arrow(edge.Way[^1].X, edge.Way[^1].Y, -6);
        return HtmlMarkup.Of($"""<path d="{(hasArrow ? path + end : path)}"/>""");
    }

    private static string Arrow(double x, double y, double back) =>
        FormattableString.Invariant($"M{x + back:0.#} {y - 4:0.#}L{x:0.#} {y:0.#} {x + back:0.#} {y + 4:0.#}");

    private sealed class StateBox(StateDocumentation state, List<OperationDocumentation> operations)
    {
        public StateDocumentation State => state;

        public List<OperationDocumentation> Operations => operations;

        public DiagramNode Node { get; } = new(
            Math.Max((state.Name.Length * 7.8) + 28, operations.Select(operation => (operation.Name.Length * 6.7) + 20).DefaultIfEmpty(0).Max()),
            operations.Count > 0 ? 38 + (operations.Count * LineHeight) : 30);
    }

    private sealed class MoveBox(List<OperationDocumentation> operations)
    {
        public List<OperationDocumentation> Operations => operations;

        public DiagramNode Node { get; } = new(operations.Max(operation => (operation.Name.Length * 6.7) + 8), operations.Count * LineHeight);
    }
}
