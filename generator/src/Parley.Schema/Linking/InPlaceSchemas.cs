using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>The subschemas that are evaluated on the same value as another one, itself first, in the order of the text; references are followed.</summary>
internal static class InPlaceSchemas
{
    /// <summary>Those that apply to every value: by <c>allOf</c> and references.</summary>
    public static IEnumerable<SchemaSyntax> Always(SchemaSyntax start, References references) =>
        All(start, references).Where(static found => !found.IsConditional).Select(static found => found.Schema);

    /// <summary>All, and whether it depends on the value. One that is reached both ways is there twice.</summary>
    public static IReadOnlyList<(SchemaSyntax Schema, bool IsConditional)> All(SchemaSyntax start, References references)
    {
        var found = new List<(SchemaSyntax, bool)>();
        var reached = new HashSet<(SchemaSyntax, bool)>();
        // References may lead as far as the input is long, so that recursion would not do.
        var pending = new Stack<(SchemaSyntax Schema, bool IsConditional)>();
        pending.Push((start, false));
        while (pending.Count > 0)
        {
            var at = pending.Pop();
            if (!reached.Add(at))
                continue;
            found.Add(at);
            foreach (var next in Next(at.Schema, at.IsConditional, references).Reverse())
                pending.Push(next);
        }

        return found;
    }

    private static IEnumerable<(SchemaSyntax Schema, bool IsConditional)> Next(SchemaSyntax schema, bool isConditional, References references)
    {
        if (references.TargetOf(schema) is { } target)
            yield return (target, isConditional);
        if (references.DynamicTargetOf(schema) is { } dynamicTarget)
            yield return (dynamicTarget, isConditional);
        foreach (var child in schema.Children)
        {
            if (child.Keyword is "allOf")
                yield return (child, isConditional);
            else if (child.Keyword is "anyOf" or "oneOf" or "if" or "then" or "else" or "dependentSchemas")
                yield return (child, true);
        }
    }
}
