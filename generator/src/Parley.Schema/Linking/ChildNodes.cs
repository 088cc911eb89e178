using Parley.Schema.Model;

namespace Parley.Schema.Linking;

/// <summary>The nodes below one node, by keyword.</summary>
internal sealed class ChildNodes
{
    private readonly Dictionary<string, List<NamedNode>> _byKeyword = new(StringComparer.Ordinal);

    public void Add(string keyword, string? name, SchemaNode node)
    {
        if (!_byKeyword.TryGetValue(keyword, out var nodes))
            _byKeyword.Add(keyword, nodes = []);
        nodes.Add(new NamedNode(name ?? "", node));
    }

    public SchemaNode? One(string keyword) => _byKeyword.TryGetValue(keyword, out var nodes) ? nodes[0].Schema : null;

    public EquatableArray<SchemaNode> All(string keyword) => _byKeyword.TryGetValue(keyword, out var nodes) ? new EquatableArray<SchemaNode>(nodes.Select(static node => node.Schema)) : default;

    public EquatableArray<NamedNode> Named(string keyword) => _byKeyword.TryGetValue(keyword, out var nodes) ? new EquatableArray<NamedNode>(nodes) : default;
}
