using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>
/// Finds references that lead back to where they started without entering a member or item: evaluating them would never end.
/// Depth-first with a stack of its own, since a chain of references may be as long as the input.
/// </summary>
internal sealed class LoopFinder(References references)
{
    private readonly HashSet<SchemaSyntax> _done = [];
    private readonly HashSet<SchemaSyntax> _open = [];
    private readonly List<Frame> _stack = [];
    private readonly List<JsonNode> _loops = [];

    /// <summary>The values of <c>$ref</c> and <c>$dynamicRef</c> that close a loop, of all files.</summary>
    public static HashSet<JsonNode> Find(FileSet files, IReadOnlyList<Variant> variants, References references, CancellationToken cancellationToken)
    {
        var finder = new LoopFinder(references);
        foreach (var file in files.Schemas)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (file.Document.Schema is { } root)
                finder.VisitAll(root);
        }

        foreach (var variant in variants)
            finder.VisitAll(variant.Schema);
        return [.. finder._loops];
    }

    /// <summary>Reports the loops of one file.</summary>
    public static void Report(LinkedFile file, SchemaSyntax schema, HashSet<JsonNode> loops)
    {
        foreach (var reference in new[] { schema.Ref, schema.DynamicRef })
        {
            if (reference is not null && loops.Contains(reference))
                file.Diagnostics.Add(SchemaRules.ReferenceLoop, reference.Span, reference.Text);
        }

        foreach (var child in schema.Children)
            Report(file, child, loops);
    }

    private void VisitAll(SchemaSyntax schema)
    {
        Visit(schema);
        foreach (var child in schema.Children)
            VisitAll(child);
    }

    private void Visit(SchemaSyntax start)
    {
        Push(start);
        while (_stack.Count > 0)
        {
            var frame = _stack[_stack.Count - 1];
            var next = frame.MoveNext(references);
            if (next is null)
            {
                _stack.RemoveAt(_stack.Count - 1);
                _open.Remove(frame.Schema);
                _done.Add(frame.Schema);
            }
            else if (_open.Contains(next))
            {
                AddLoop();
            }
            else
            {
                Push(next);
            }
        }
    }

    private void Push(SchemaSyntax schema)
    {
        if (_done.Contains(schema))
            return;
        _open.Add(schema);
        _stack.Add(new Frame(schema));
    }

    // A loop holds a reference, for a tree has none; the innermost is the one to break.
    private void AddLoop()
    {
        for (var i = _stack.Count - 1; i >= 0; i--)
        {
            if (_stack[i].Reference is { } reference)
            {
                _loops.Add(reference);
                return;
            }
        }
    }

    private sealed class Frame(SchemaSyntax schema)
    {
        private int _edge = -3;

        public SchemaSyntax Schema { get; } = schema;

        /// <summary>The reference that is being followed, or null.</summary>
        public JsonNode? Reference => _edge == -2 ? Schema.Ref : _edge == -1 ? Schema.DynamicRef : null;

        public SchemaSyntax? MoveNext(References references)
        {
            _edge++;
            for (; _edge < 0; _edge++)
            {
                if ((_edge == -2 ? references.TargetOf(Schema) : references.DynamicTargetOf(Schema)) is { } target)
                    return target;
            }

            for (; _edge < Schema.Children.Count; _edge++)
            {
                if (Schema.Children[_edge].Keyword is "allOf" or "anyOf" or "oneOf" or "not" or "if" or "then" or "else" or "dependentSchemas")
                    return Schema.Children[_edge];
            }

            return null;
        }
    }
}
