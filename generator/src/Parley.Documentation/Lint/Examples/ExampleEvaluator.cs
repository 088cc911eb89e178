using System.Globalization;
using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Linking;
using Parley.Schema.Reading;

namespace Parley.Documentation.Lint.Examples;

/// <summary>
/// Decides whether a value is valid by a schema that was read without fault, draft 2020-12. Made for the few examples of a contract: requests are judged by emitted
/// validators. <c>content…</c> is an annotation, and so is <c>format</c> unless it is asserted, as there.
/// </summary>
/// <param name="references">Where references lead.</param>
/// <param name="assertsFormats">Whether <c>format</c> is an assertion in every dialect.</param>
internal sealed class ExampleEvaluator(SchemaReferences references, bool assertsFormats)
{
    // The resources that the evaluation has come through, the outermost first.
    private readonly List<SchemaPlace> _scope = [];

    /// <summary>The rules that a value breaks, in the order of the schema; a branch of <c>anyOf</c>, <c>oneOf</c>, <c>not</c> or <c>if</c> says nothing by itself.</summary>
    public IReadOnlyList<ExampleFault> Check(SchemaPlace schema, JsonNode value)
    {
        var faults = new List<ExampleFault>();
        Evaluate(schema, value, new Evaluated(), faults);
        return faults;
    }

    // Nesting is bounded by the parser; a reference that leads back to itself without entering a value is an error of the schema.
    private bool Evaluate(SchemaPlace at, JsonNode value, Evaluated evaluated, List<ExampleFault>? faults)
    {
        _scope.Add(at with { Schema = at.Schema.Resource });
        var valid = EvaluateInScope(at, value, evaluated, faults);
        _scope.RemoveAt(_scope.Count - 1);
        return valid;
    }

    private bool EvaluateInScope(SchemaPlace at, JsonNode value, Evaluated evaluated, List<ExampleFault>? faults)
    {
        if (at.Schema.Json.Kind != JsonKind.Object)
            return at.Schema.Json.Kind == JsonKind.True || Report(faults, value, at.Path + at.Schema.Pointer, "is not allowed here");

        var valid = true;
        foreach (var keyword in at.Schema.Json.Members)
        {
            if (FindFault(at.Schema, keyword, value) is { } fault)
                valid = Report(faults, value, RuleOf(at, keyword.Name), fault);
        }

        if (at.Schema.Ref is { } reference && references.FollowToSchema(at.Path, at.Schema, reference) is { } target)
            valid &= Apply(target, value, evaluated, faults);
        if (FollowDynamic(at) is { } dynamicTarget)
            valid &= Apply(dynamicTarget, value, evaluated, faults);
        valid &= EvaluateBranches(at, value, evaluated, faults);
        valid &= value.Kind switch
        {
            JsonKind.Object => EvaluateObject(at, value, evaluated, faults),
            JsonKind.Array => EvaluateArray(at, value, evaluated, faults),
            _ => true,
        };
        return valid;
    }

    private string? FindFault(SchemaSyntax schema, JsonMember keyword, JsonNode value) =>
        keyword.Name == "format" && !StringFormats.IsAsserted(schema, assertsFormats) ? null : Assertions.FindFault(keyword, value);

    // What a subschema of the same value has looked at counts for its holder, unless it refuses the value.
    private bool Apply(SchemaPlace at, JsonNode value, Evaluated evaluated, List<ExampleFault>? faults)
    {
        var own = new Evaluated();
        if (!Evaluate(at, value, own, faults))
            return false;
        evaluated.Add(own);
        return true;
    }

    private bool EvaluateBranches(SchemaPlace at, JsonNode value, Evaluated evaluated, List<ExampleFault>? faults)
    {
        var valid = true;
        foreach (var branch in Below(at, "allOf"))
            valid &= Apply(branch, value, evaluated, faults);

        var anyOf = Below(at, "anyOf").ToList();
        if (anyOf.Count > 0 && anyOf.Count(branch => Apply(branch, value, evaluated, null)) == 0)
            valid = Report(faults, value, RuleOf(at, "anyOf"), "fits none of the branches");

        var oneOf = Below(at, "oneOf").ToList();
        if (oneOf.Count > 0 && oneOf.Count(branch => Apply(branch, value, evaluated, null)) is var fitting and not 1)
            valid = Report(faults, value, RuleOf(at, "oneOf"), string.Create(CultureInfo.InvariantCulture, $"fits {fitting} of the branches rather than one"));

        if (One(at, "not") is { } not && Evaluate(not, value, new Evaluated(), null))
            valid = Report(faults, value, RuleOf(at, "not"), "is what must not be");

        if (One(at, "if") is { } condition && One(at, Apply(condition, value, evaluated, null) ? "then" : "else") is { } consequence)
            valid &= Apply(consequence, value, evaluated, faults);
        return valid;
    }

    private bool EvaluateObject(SchemaPlace at, JsonNode value, Evaluated evaluated, List<ExampleFault>? faults)
    {
        var valid = true;
        foreach (var dependent in Below(at, "dependentSchemas"))
        {
            if (value.Find(dependent.Schema.Name!) is not null)
                valid &= Apply(dependent, value, evaluated, faults);
        }

        var names = One(at, "propertyNames");
        var additional = One(at, "additionalProperties");
        foreach (var member in value.Members)
        {
            if (names is not null && !Evaluate(names, StringOf(member.Name), new Evaluated(), null))
                valid = Report(faults, value, RuleOf(at, "propertyNames"), $"has the member '{member.Name}', whose name is not allowed");

            var matching = Matching(at, member.Name).ToList();
            if (matching.Count == 0 && additional is not null)
                matching.Add(additional);
            foreach (var schema in matching)
                valid &= EvaluateMember(schema, member, value, faults);
            if (matching.Count > 0)
                evaluated.Members.Add(member.Name);
        }

        if (One(at, "unevaluatedProperties") is not { } rest)
            return valid;
        foreach (var member in value.Members)
        {
            if (evaluated.Members.Add(member.Name))
                valid &= EvaluateMember(rest, member, value, faults);
        }

        return valid;
    }

    private bool EvaluateMember(SchemaPlace schema, JsonMember member, JsonNode holder, List<ExampleFault>? faults) =>
        schema.Schema.Json.Kind == JsonKind.False
            ? Report(faults, holder, schema.Path + schema.Schema.Pointer, $"has the member '{member.Name}', which is not allowed")
            : Evaluate(schema, member.Value, new Evaluated(), faults);

    private bool EvaluateArray(SchemaPlace at, JsonNode value, Evaluated evaluated, List<ExampleFault>? faults)
    {
        var valid = true;
        var prefix = Below(at, "prefixItems").ToList();
        var items = One(at, "items");
        for (var i = 0; i < value.Items.Count; i++)
        {
            if ((i < prefix.Count ? prefix[i] : items) is not { } schema)
                break;
            valid &= Evaluate(schema, value.Items[i], new Evaluated(), faults);
            evaluated.Items.Add(i);
        }

        valid &= EvaluateContains(at, value, evaluated, faults);
        if (One(at, "unevaluatedItems") is not { } rest)
            return valid;
        for (var i = 0; i < value.Items.Count; i++)
        {
            if (evaluated.Items.Add(i))
                valid &= Evaluate(rest, value.Items[i], new Evaluated(), faults);
        }

        return valid;
    }

    private bool EvaluateContains(SchemaPlace at, JsonNode value, Evaluated evaluated, List<ExampleFault>? faults)
    {
        if (One(at, "contains") is not { } contains)
            return true;

        var found = Enumerable.Range(0, value.Items.Count).Where(i => Evaluate(contains, value.Items[i], new Evaluated(), null)).ToList();
        evaluated.Items.UnionWith(found);
        var count = JsonNumber.Parse(found.Count.ToString(CultureInfo.InvariantCulture));
        var minimum = at.Schema.Json.Find("minContains")?.Value.Text ?? "1";
        if (count < JsonNumber.Parse(minimum))
            return Report(faults, value, RuleOf(at, "contains"), $"has fewer fitting items than {minimum}");
        return at.Schema.Json.Find("maxContains") is not { } maximum || count <= JsonNumber.Parse(maximum.Value.Text) ||
            Report(faults, value, RuleOf(at, "maxContains"), $"has more fitting items than {maximum.Value.Text}");
    }

    // What the outermost resource binds goes before what stands in the text.
    private SchemaPlace? FollowDynamic(SchemaPlace at)
    {
        if (at.Schema.DynamicRef is not { } reference || references.FollowToSchema(at.Path, at.Schema, reference) is not { } target)
            return null;
        if (target.Schema.DynamicAnchor?.Text is not { } name || !reference.Text.EndsWith("#" + name, StringComparison.Ordinal))
            return target;
        return _scope
            .Select(resource => FindDynamicAnchor(resource.Schema, resource.Schema, name) is { } bound ? resource with { Schema = bound } : null)
            .FirstOrDefault(static bound => bound is not null) ?? target;
    }

    private static SchemaSyntax? FindDynamicAnchor(SchemaSyntax schema, SchemaSyntax resource, string name)
    {
        if (schema.Resource != resource)
            return null;
        return schema.DynamicAnchor?.Text == name
            ? schema
            : schema.Children.Select(child => FindDynamicAnchor(child, resource, name)).FirstOrDefault(static found => found is not null);
    }

    private static IEnumerable<SchemaPlace> Matching(SchemaPlace at, string name) =>
        Below(at, "properties").Where(property => property.Schema.Name == name)
            .Concat(Below(at, "patternProperties").Where(pattern => Assertions.Matches(pattern.Schema.Name!, name) == true));

    private static IEnumerable<SchemaPlace> Below(SchemaPlace at, string keyword) =>
        at.Schema.Children.Where(child => child.Keyword == keyword).Select(child => at with { Schema = child });

    private static SchemaPlace? One(SchemaPlace at, string keyword) => Below(at, keyword).FirstOrDefault();

    private static string RuleOf(SchemaPlace at, string keyword) => at.Path + JsonPointer.Append(at.Schema.Pointer, keyword);

    // A name has to be a value for the schema of names.
    private static JsonNode StringOf(string name) => JsonParser.Parse(CompactJson.Quote(name), new DiagnosticBag("", ""))!;

    private static bool Report(List<ExampleFault>? faults, JsonNode value, string rule, string message)
    {
        faults?.Add(new ExampleFault(value, rule, message));
        return false;
    }
}
