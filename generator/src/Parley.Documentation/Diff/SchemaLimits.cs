using Parley.Documentation.Model;
using Parley.Schema.Json;

namespace Parley.Documentation.Diff;

/// <summary>Compares the keywords that hold no subschemas: types, values, limits.</summary>
internal sealed class SchemaLimits(ChangeCollector changes, Direction direction, string subject)
{
    private static readonly string[] Lower = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains"];
    private static readonly string[] Upper = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains"];
    private static readonly string[] AllTypes = ["array", "boolean", "integer", "null", "number", "object", "string"];

    /// <summary>Whether a keyword is compared here.</summary>
    public static bool Knows(string keyword) =>
        Lower.Contains(keyword) || Upper.Contains(keyword) || keyword is "type" or "const" or "enum" or "multipleOf" or "pattern" or "uniqueItems" or "dependentRequired";

    /// <summary>Notes what changed.</summary>
    public void Compare(SourceNode before, SourceNode after)
    {
        CompareTypes(before, after);
        CompareValues(before, after);
        foreach (var keyword in Lower)
            CompareNumber(keyword, before, after, static (old, @new) => @new > old ? Effect.Narrower : Effect.Wider);
        foreach (var keyword in Upper)
            CompareNumber(keyword, before, after, static (old, @new) => @new < old ? Effect.Narrower : Effect.Wider);
        CompareNumber("multipleOf", before, after, static (old, @new) =>
            @new.IsMultipleOf(old) ? Effect.Narrower : old.IsMultipleOf(@new) ? Effect.Wider : Effect.Different);
        ComparePattern(before, after);
        CompareUnique(before, after);
        CompareDependencies(before, after);
    }

    private void Report(Effect effect, SourceNode after, string message) => changes.Add(effect.ClassOf(direction), subject, after, message);

    private void ReportGone(Effect effect, SourceNode before, string message) => changes.AddGone(effect.ClassOf(direction), subject, before, message);

    private void CompareTypes(SourceNode before, SourceNode after)
    {
        var names = NameSets.Of(TypesOf(before), TypesOf(after));
        if (Compare(names) is not { } effect)
            return;
        var message = $"The type was {Words(before)} and is {Words(after)}.";
        if (after.Member("type") is { } type)
            Report(effect, type, message);
        else
            ReportGone(effect, before.Member("type")!, message);
    }

    private static Effect? Compare(NameSets names) => (names.Added.Count, names.Removed.Count) switch
    {
        (0, 0) => null,
        (0, _) => Effect.Narrower,
        (_, 0) => Effect.Wider,
        _ => Effect.Different,
    };

    private static IEnumerable<string> TypesOf(SourceNode schema)
    {
        if (schema.Json.Find("type")?.Value is not { } type)
            return AllTypes;
        IReadOnlyList<string> names = type.Kind == JsonKind.Array ? [.. type.Items.Select(static item => item.Text)] : [type.Text];
        // Every integer is a number.
        return names.Contains("number") ? names.Append("integer").Distinct(StringComparer.Ordinal) : names;
    }

    private static string Words(SourceNode schema) => schema.Json.Find("type")?.Value is { } type ? CompactJson.Write(type) : "any";

    private void CompareValues(SourceNode before, SourceNode after)
    {
        var (old, @new) = (ValuesOf(before), ValuesOf(after));
        switch (old, @new)
        {
            case (null, null):
                break;
            case (null, { } values):
                Report(Effect.Narrower, values, $"Only {List(Literals(values))} {Are(Literals(values))} allowed now.");
                break;
            case ({ } values, null):
                ReportGone(Effect.Wider, values, $"Not only {List(Literals(values))} {Are(Literals(values))} allowed any more.");
                break;
            case ({ } was, { } @is):
                var names = NameSets.Of(Literals(was), Literals(@is));
                if (names.Added.Count > 0)
                    Report(Effect.Wider, @is, $"{The(names.Added)} new.");
                if (names.Removed.Count > 0)
                    ReportGone(Effect.Narrower, was, $"{The(names.Removed)} gone.");
                break;
        }
    }

    private static SourceNode? ValuesOf(SourceNode schema) => schema.Member("const") ?? schema.Member("enum");

    private static IEnumerable<string> Literals(SourceNode values) =>
        values.Pointer.EndsWith("/const", StringComparison.Ordinal) ? [CompactJson.Key(values.Json)] : values.Json.Items.Select(CompactJson.Key);

    private static string List(IEnumerable<string> literals) => string.Join(", ", literals);

    private static string Are(IEnumerable<string> literals) => literals.Count() == 1 ? "is" : "are";

    private static string The(IReadOnlyList<string> literals) => $"The {(literals.Count == 1 ? "value" : "values")} {List(literals)} {Are(literals)}";

    private void CompareNumber(string keyword, SourceNode before, SourceNode after, Func<JsonNumber, JsonNumber, Effect> decide)
    {
        switch (before.Member(keyword), after.Member(keyword))
        {
            case ({ } old, { } @new):
                var (was, @is) = (JsonNumber.Parse(old.Json.Text), JsonNumber.Parse(@new.Json.Text));
                if (was != @is)
                    Report(decide(was, @is), @new, $"'{keyword}' was {old.Json.Text} and is {@new.Json.Text}.");
                break;
            case ({ } old, null):
                ReportGone(EffectOfAbsence(keyword, old, Effect.Wider), old, $"'{keyword}' {old.Json.Text} is gone.");
                break;
            case (null, { } @new):
                Report(EffectOfAbsence(keyword, @new, Effect.Narrower), @new, $"'{keyword}' {@new.Json.Text} is new.");
                break;
        }
    }

    // An absent minContains is 1, so that 0 allows more.
    private static Effect EffectOfAbsence(string keyword, SourceNode given, Effect usual) =>
        keyword != "minContains" || !JsonNumber.Parse(given.Json.Text).IsZero ? usual : usual == Effect.Wider ? Effect.Narrower : Effect.Wider;

    private void ComparePattern(SourceNode before, SourceNode after)
    {
        switch (before.Member("pattern"), after.Member("pattern"))
        {
            case ({ } old, { } @new) when old.Json.Text != @new.Json.Text:
                Report(Effect.Different, @new, $"'pattern' was {old.Json.Text} and is {@new.Json.Text}.");
                break;
            case ({ } old, null):
                ReportGone(Effect.Wider, old, $"'pattern' {old.Json.Text} is gone.");
                break;
            case (null, { } @new):
                Report(Effect.Narrower, @new, $"'pattern' {@new.Json.Text} is new.");
                break;
        }
    }

    private void CompareUnique(SourceNode before, SourceNode after)
    {
        var (was, @is) = (before.Member("uniqueItems"), after.Member("uniqueItems"));
        var (old, @new) = (was?.Json.Kind == JsonKind.True, @is?.Json.Kind == JsonKind.True);
        if (!old && @new)
            Report(Effect.Narrower, @is!, "Equal items are no longer allowed.");
        else if (old && !@new)
            ReportGone(Effect.Wider, was!, "Equal items are allowed now.");
    }

    private void CompareDependencies(SourceNode before, SourceNode after)
    {
        var names = NameSets.Of(DependenciesOf(before), DependenciesOf(after));
        if (names.Added.Count > 0)
            Report(Effect.Narrower, after.Member("dependentRequired")!, $"'dependentRequired' asks for more: {List(names.Added)}.");
        if (names.Removed.Count > 0)
            ReportGone(Effect.Wider, before.Member("dependentRequired")!, $"'dependentRequired' asks for less: {List(names.Removed)}.");
    }

    private static IEnumerable<string> DependenciesOf(SourceNode schema) =>
        from dependency in schema.Json.Find("dependentRequired")?.Value.Members ?? []
        from name in dependency.Value.Items
        select $"'{name.Text}' beside '{dependency.Name}'";
}
