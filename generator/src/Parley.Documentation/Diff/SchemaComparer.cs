using Parley.Documentation.Model;
using Parley.Schema.Json;

namespace Parley.Documentation.Diff;

/// <summary>
/// Compares two versions of a schema keyword by keyword. It asks of each change alone whether more or fewer values are valid, and calls breaking what it cannot tell.
/// </summary>
internal sealed class SchemaComparer(
    ChangeCollector changes, SchemaCatalogue oldSchemas, SchemaCatalogue newSchemas, Direction direction, string subject)
{
    private static readonly HashSet<string> Annotations = new(StringComparer.Ordinal)
    {
        "title", "description", "examples", "default", "deprecated", "readOnly", "writeOnly", "format", "contentEncoding", "contentMediaType", "contentSchema", "$comment",
    };

    // They name a schema or hold what is compared where it is referred to.
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal) { "$schema", "$id", "$anchor", "$defs", "$ref" };

    private static readonly string[] Subschemas =
        ["items", "additionalProperties", "propertyNames", "contains", "unevaluatedProperties", "unevaluatedItems"];

    private readonly SchemaLimits _limits = new(changes, direction, subject);
    private readonly HashSet<(JsonNode Before, JsonNode After)> _compared = [];

    /// <summary>Notes what changed.</summary>
    public void Compare(SourceNode before, SourceNode after)
    {
        // Schemas may refer to themselves.
        if (!_compared.Add((before.Json, after.Json)))
            return;

        if (TargetOfPure(oldSchemas, before) is { } oldTarget && TargetOfPure(newSchemas, after) is { } newTarget)
        {
            CompareAnnotations(before, before, after, after);
            Compare(oldTarget, newTarget);
            return;
        }

        // A reference that says nothing else may have been written out, or the other way round.
        var old = newSchemas.TargetOf(after.Json) is null ? Resolve(oldSchemas, before) : before;
        var @new = oldSchemas.TargetOf(before.Json) is null ? Resolve(newSchemas, after) : after;
        CompareAnnotations(before, old, after, @new);

        var (wasFalse, isFalse) = (old.Json.Kind == JsonKind.False, @new.Json.Kind == JsonKind.False);
        if (wasFalse || isFalse)
        {
            if (wasFalse != isFalse)
                Report(isFalse ? Effect.Narrower : Effect.Wider, @new, isFalse ? "No value is allowed any more." : "Values are allowed now.");
            return;
        }

        _limits.Compare(old, @new);
        CompareReferences(old, @new);
        CompareMembers(old, @new);
        foreach (var keyword in Subschemas)
            CompareOptional(keyword, old, @new);
        CompareNamed("patternProperties", old, @new);
        CompareNamed("dependentSchemas", old, @new);
        CompareTuple(old, @new);
        CompareBranches("allOf", old, @new, isAlternative: false);
        CompareBranches("anyOf", old, @new, isAlternative: true);
        CompareBranches("oneOf", old, @new, isAlternative: true);
        CompareOpaque(old, @new);
    }

    private static SourceNode Resolve(SchemaCatalogue schemas, SourceNode node)
    {
        while (TargetOfPure(schemas, node) is { } target)
            node = target;
        return node;
    }

    // The target of a reference beside which no rule stands.
    private static SourceNode? TargetOfPure(SchemaCatalogue schemas, SourceNode node) =>
        node.Json.Members.All(static keyword => Silent.Contains(keyword.Name) || IsAnnotation(keyword.Name)) ? schemas.TargetOf(node.Json)?.Source : null;

    private static bool IsAnnotation(string keyword) => Annotations.Contains(keyword) || keyword.StartsWith("x-", StringComparison.Ordinal);

    private static string? KeyOf(SourceNode? node) => node is null ? null : CompactJson.Key(node.Json);

    private void Report(Effect effect, SourceNode after, string message) => changes.Add(effect.ClassOf(direction), subject, after, message);

    private void ReportGone(Effect effect, SourceNode before, string message) => changes.AddGone(effect.ClassOf(direction), subject, before, message);

    // What stands beside a reference goes before what its target says.
    private void CompareAnnotations(SourceNode before, SourceNode old, SourceNode after, SourceNode @new)
    {
        SourceNode[] places = [before, old, after, @new];
        foreach (var name in places.SelectMany(static place => place.Json.Members).Select(static keyword => keyword.Name).Distinct(StringComparer.Ordinal).Where(IsAnnotation))
        {
            var (was, @is) = (before.Member(name) ?? old.Member(name), after.Member(name) ?? @new.Member(name));
            if (KeyOf(was) == KeyOf(@is))
                continue;
            if (@is is null)
                changes.AddGone(ChangeClass.Documentation, subject, was!, $"'{name}' is gone.");
            else
                changes.Add(ChangeClass.Documentation, subject, @is, was is null ? $"'{name}' is new." : $"'{name}' has changed.");
        }
    }

    // A reference beside other rules is one rule more.
    private void CompareReferences(SourceNode before, SourceNode after)
    {
        switch (oldSchemas.TargetOf(before.Json), newSchemas.TargetOf(after.Json))
        {
            case ({ } old, { } @new):
                Compare(old.Source, @new.Source);
                break;
            case ({ } old, null):
                ReportGone(Effect.Wider, before, $"The reference to {old.Name} is gone.");
                break;
            case (null, { } @new):
                Report(Effect.Narrower, after, $"The reference to {@new.Name} is new.");
                break;
        }
    }

    private void CompareMembers(SourceNode before, SourceNode after)
    {
        var (old, @new) = (MembersOf(before), MembersOf(after));
        var (wasRequired, isRequired) = (RequiredBy(before), RequiredBy(after));
        ContractComparer.Match(old, @new, static member => member.Name, Gone, Added, (gone, added) => Compare(gone.Schema, added.Schema));

        var moved = old.Select(static member => member.Name).ToHashSet(StringComparer.Ordinal);
        moved.SymmetricExceptWith(@new.Select(static member => member.Name));
        foreach (var name in isRequired.Except(wasRequired, StringComparer.Ordinal).Where(name => !moved.Contains(name)))
            Report(Effect.Narrower, after.Member("required")!, $"The member '{name}' is now required.");
        foreach (var name in wasRequired.Except(isRequired, StringComparer.Ordinal).Where(name => !moved.Contains(name)))
            ReportGone(Effect.Wider, before.Member("required")!, $"The member '{name}' is no longer required.");

        void Added((string Name, SourceNode Schema) member)
        {
            var required = isRequired.Contains(member.Name);
            // Clients that were told of no other members refuse one in an answer.
            var breaks = direction == Direction.Request ? required : IsClosed(before);
            changes.Add(
                breaks ? ChangeClass.Breaking : ChangeClass.Compatible, subject, member.Schema, $"The member '{member.Name}' is new and {(required ? "required" : "optional")}.");
        }

        void Gone((string Name, SourceNode Schema) member)
        {
            // An answer without it disappoints whoever reads it; a request with it is refused only when nothing else is allowed.
            var breaks = direction == Direction.Answer || IsClosed(after);
            changes.AddGone(breaks ? ChangeClass.Breaking : ChangeClass.Compatible, subject, member.Schema, $"The member '{member.Name}' is gone.");
        }
    }

    private static List<(string Name, SourceNode Schema)> MembersOf(SourceNode schema) =>
        schema.Member("properties") is { } properties ? [.. properties.Json.Members.Select(member => (member.Name, properties.Member(member.Name)!))] : [];

    private static List<string> RequiredBy(SourceNode schema) => [.. schema.Json.Find("required")?.Value.Items.Select(static item => item.Text) ?? []];

    private static bool IsClosed(SourceNode schema) =>
        schema.Json.Find("additionalProperties")?.Value.Kind == JsonKind.False || schema.Json.Find("unevaluatedProperties")?.Value.Kind == JsonKind.False;

    private void CompareOptional(string keyword, SourceNode before, SourceNode after)
    {
        switch (before.Member(keyword), after.Member(keyword))
        {
            case ({ } old, { } @new):
                Compare(old, @new);
                break;
            case ({ } old, null) when old.Json.Kind != JsonKind.True:
                ReportGone(Effect.Wider, old, $"'{keyword}' is gone.");
                break;
            case (null, { } @new) when @new.Json.Kind != JsonKind.True:
                Report(Effect.Narrower, @new, $"'{keyword}' is new.");
                break;
        }
    }

    private void CompareNamed(string keyword, SourceNode before, SourceNode after)
    {
        var (old, @new) = (before.Member(keyword), after.Member(keyword));
        foreach (var name in (old?.Json.Members ?? []).Concat(@new?.Json.Members ?? []).Select(static member => member.Name).Distinct(StringComparer.Ordinal))
        {
            switch (old?.Member(name), @new?.Member(name))
            {
                case ({ } was, { } @is):
                    Compare(was, @is);
                    break;
                case ({ } was, null):
                    ReportGone(Effect.Wider, was, $"'{name}' is gone from '{keyword}'.");
                    break;
                case (null, { } @is):
                    Report(Effect.Narrower, @is, $"'{name}' is new in '{keyword}'.");
                    break;
            }
        }
    }

    private void CompareTuple(SourceNode before, SourceNode after)
    {
        var (old, @new) = (ItemsOf(before, "prefixItems"), ItemsOf(after, "prefixItems"));
        for (var i = 0; i < Math.Min(old.Count, @new.Count); i++)
            Compare(old[i], @new[i]);
        if (old.Count > @new.Count)
            ReportGone(Effect.Different, old[@new.Count], "'prefixItems' has fewer entries.");
        else if (@new.Count > old.Count)
            Report(Effect.Different, @new[old.Count], "'prefixItems' has more entries.");
    }

    private void CompareBranches(string keyword, SourceNode before, SourceNode after, bool isAlternative)
    {
        var (old, @new) = (ItemsOf(before, keyword), ItemsOf(after, keyword));
        if (old.Count == 0 && @new.Count == 0)
            return;
        if (old.Count == 0)
        {
            Report(Effect.Narrower, after.Member(keyword)!, $"'{keyword}' is new.");
            return;
        }

        if (@new.Count == 0)
        {
            ReportGone(Effect.Wider, before.Member(keyword)!, $"'{keyword}' is gone.");
            return;
        }

        // Branches that are the same, or refer to the same schema, belong together; the others are paired in their order.
        foreach (var branch in old.ToList())
        {
            if (@new.FirstOrDefault(other => BranchName(newSchemas, other) == BranchName(oldSchemas, branch)) is not { } match)
                continue;
            Compare(branch, match);
            old.Remove(branch);
            @new.Remove(match);
        }

        for (; old.Count > 0 && @new.Count > 0; old.RemoveAt(0), @new.RemoveAt(0))
            Compare(old[0], @new[0]);
        foreach (var branch in @new)
            Report(isAlternative ? Effect.Wider : Effect.Narrower, branch, $"A branch of '{keyword}' is new.");
        foreach (var branch in old)
            ReportGone(isAlternative ? Effect.Narrower : Effect.Wider, branch, $"A branch of '{keyword}' is gone.");
    }

    private static string BranchName(SchemaCatalogue schemas, SourceNode branch) => schemas.TargetOf(branch.Json)?.Name ?? CompactJson.Key(branch.Json);

    private static List<SourceNode> ItemsOf(SourceNode schema, string keyword)
    {
        if (schema.Member(keyword) is not { } list)
            return [];
        return [.. list.Json.Items.Select((item, index) =>
            new SourceNode(list.Path, JsonPointer.Append(list.Pointer, index.ToString(System.Globalization.CultureInfo.InvariantCulture)), item))];
    }

    // What no comparison knows is different as soon as its text is, whatever it means.
    private void CompareOpaque(SourceNode before, SourceNode after)
    {
        foreach (var name in before.Json.Members.Concat(after.Json.Members).Select(static keyword => keyword.Name).Distinct(StringComparer.Ordinal))
        {
            if (IsKnown(name))
                continue;
            var (old, @new) = (before.Member(name), after.Member(name));
            if (KeyOf(old) == KeyOf(@new))
                continue;
            if (@new is null)
                ReportGone(Effect.Different, old!, $"'{name}' is gone.");
            else
                Report(Effect.Different, @new, old is null ? $"'{name}' is new." : $"'{name}' has changed.");
        }
    }

    private static bool IsKnown(string keyword) =>
        IsAnnotation(keyword) || Silent.Contains(keyword) || SchemaLimits.Knows(keyword) || Subschemas.Contains(keyword) ||
        keyword is "properties" or "required" or "patternProperties" or "dependentSchemas" or "prefixItems" or "allOf" or "anyOf" or "oneOf";
}
