using Parley.Schema.Json;

namespace Parley.Documentation.Html.Schemas;

/// <summary>
/// A schema as a reader meets it: one line that says what the value is, its description, then its parts. Every keyword of JSON Schema 2020-12 has its words;
/// a keyword that is not known here is printed as it stands, never dropped.
/// </summary>
/// <param name="library">Where references lead.</param>
/// <param name="linkTo">Name and anchor of the page's section about a schema; null when it has none and is shown where it is referred to.</param>
internal sealed class SchemaMarkup(SchemaLibrary library, Func<JsonNode, SchemaLink?> linkTo)
{
    /// <summary>Line, description and parts.</summary>
    /// <param name="place">The schema.</param>
    /// <param name="withExamples">Whether the schema's own examples are shown; false where the page shows them beside it.</param>
    /// <param name="withTitle">Whether the schema's title is shown; false below a heading that is the title.</param>
    public HtmlMarkup Of(SchemaLocation place, bool withExamples = true, bool withTitle = true) =>
        Written(place, DynamicScope.At(place), withExamples, withTitle).Whole();

    private SchemaText Written(SchemaLocation place, DynamicScope scope, bool withExamples = true, bool withTitle = true)
    {
        var text = new SchemaText();
        if (place.Node.IsBoolean)
        {
            text.Fact(HtmlMarkup.Text(place.Node.Kind == JsonKind.True ? "any value" : "no value"));
            return text;
        }

        Reference(text, place, scope);
        SchemaFacts.Write(text, place.Node, Items(text, place, scope), withTitle);
        Properties(text, place, scope);
        Dependencies(text, place, scope);
        Combinations(text, place, scope);
        Condition(text, place, scope);
        Content(text, place, scope);
        if (withExamples)
            Examples(text, place.Node);
        Unknown(text, place.Node);
        if (text.IsEmpty)
            text.Fact(HtmlMarkup.Text("any value"));
        return text;
    }

    private void Reference(SchemaText text, SchemaLocation place, DynamicScope scope)
    {
        Reference(text, scope, "$ref", place.Node, reference => library.Find(place.Path, reference));
        Reference(text, scope, "$dynamicRef", place.Node, reference => scope.Find(library, place.Path, reference));
    }

    private void Reference(SchemaText text, DynamicScope scope, string keyword, JsonNode node, Func<string, SchemaLocation?> find)
    {
        if (node.Find(keyword)?.Value.Text is not { } reference)
            return;

        if (find(reference) is not { } target)
        {
            text.Fact(HtmlMarkup.Of($"{keyword} <code>{reference}</code>"));
            return;
        }

        if (linkTo(target.Node) is { } link && !HoldsDynamicReference(target.Node))
        {
            text.Name(HtmlMarkup.Of($"""<a href="{"#" + link.Anchor}">{link.Name}</a>"""));
            if (IsPlain(target.Node))
                SchemaFacts.Write(text, target.Node, withTitle: false, withDescription: false);
        }
        else if (scope.Holds(target))
        {
            text.Fact(HtmlMarkup.Of($"{target.Node.Find("title")?.Value.Text ?? "the schema"} again"));
        }
        else
        {
            text.Take(Written(target, scope.Enter(target)));
        }
    }

    // What each item is comes back when it fits on the line of the array.
    private HtmlMarkup? Items(SchemaText text, SchemaLocation place, DynamicScope scope)
    {
        var node = place.Node;
        var isTuple = node.Find("prefixItems") is not null;
        HtmlMarkup? line = null;
        if (node.Find("prefixItems") is { } prefix)
        {
            text.Part(List(prefix.Value.Items.Select((item, index) =>
                Row(HtmlMarkup.Of($"item {index + 1}"), Written(place.To(item), scope)))));
        }

        if (node.Find("items") is { } items)
        {
            var item = Written(place.To(items.Value), scope);
            if (items.Value.Kind == JsonKind.False)
                text.Part(HtmlMarkup.Of($"<p class=\"only\">No {(isTuple ? "further " : "")}items.</p>"));
            else if (item.IsLine && !isTuple)
                line = item.LineMarkup();
            else
                text.Part(Labelled(isTuple ? "Each further item" : "Each item", item));
        }

        if (node.Find("contains") is { } contains)
        {
            var amount = Amounts.Between(node.Find("minContains")?.Value.Text ?? "1", node.Find("maxContains")?.Value.Text, "item", "items") ?? "any number of items";
            text.Part(Labelled($"Holds {amount} like this", Written(place.To(contains.Value), scope)));
        }

        Further(text, place, scope, "unevaluatedItems", "No further items.", "Each further item");
        return line;
    }

    private void Properties(SchemaText text, SchemaLocation place, DynamicScope scope)
    {
        var node = place.Node;
        var required = node.Find("required")?.Value.Items.Select(item => item.Text).ToHashSet(StringComparer.Ordinal) ?? [];
        var rows = new List<HtmlMarkup>();
        foreach (var property in node.Find("properties")?.Value.Members ?? [])
        {
            var name = required.Remove(property.Name)
                ? HtmlMarkup.Of($"<code>{property.Name}</code> <em>required</em>")
                : HtmlMarkup.Of($"<code>{property.Name}</code>");
            rows.Add(Row(name, Written(place.To(property.Value), scope)));
        }

        foreach (var pattern in node.Find("patternProperties")?.Value.Members ?? [])
            rows.Add(Row(HtmlMarkup.Of($"names like <code>{pattern.Name}</code>"), Written(place.To(pattern.Value), scope)));

        var hasProperties = rows.Count > 0;
        if (node.Find("additionalProperties") is { Value: { IsBoolean: false } additional })
            rows.Add(Row(HtmlMarkup.Text(hasProperties ? "other names" : "any name"), Written(place.To(additional), scope)));
        if (rows.Count > 0)
            text.Part(List(rows));

        if (required.Count > 0)
            text.Part(HtmlMarkup.Of($"<p>Requires {Codes(required)}.</p>"));
        if (node.Find("additionalProperties")?.Value.Kind == JsonKind.False)
            text.Part(HtmlMarkup.Of($"<p class=\"only\">{(hasProperties ? "No other properties." : "No properties.")}</p>"));
        if (node.Find("propertyNames") is { } names)
            text.Part(Labelled("Each name", Written(place.To(names.Value), scope)));
        Further(text, place, scope, "unevaluatedProperties", "No further properties.", "Each further property");
    }

    private void Dependencies(SchemaText text, SchemaLocation place, DynamicScope scope)
    {
        foreach (var dependency in place.Node.Find("dependentRequired")?.Value.Members ?? [])
            text.Part(HtmlMarkup.Of($"<p>With <code>{dependency.Name}</code>, {Codes(dependency.Value.Items.Select(item => item.Text))} is required too.</p>"));
        foreach (var dependency in place.Node.Find("dependentSchemas")?.Value.Members ?? [])
            text.Part(Labelled(HtmlMarkup.Of($"With <code>{dependency.Name}</code> also"), Written(place.To(dependency.Value), scope)));
    }

    private void Combinations(SchemaText text, SchemaLocation place, DynamicScope scope)
    {
        Choice("allOf", "All of these");
        Choice("anyOf", "At least one of these");
        Choice("oneOf", "Exactly one of these");
        if (place.Node.Find("not") is { } not)
            text.Part(Labelled("Must not be like this", Written(place.To(not.Value), scope)));

        void Choice(string keyword, string label)
        {
            if (place.Node.Find(keyword) is not { } choice)
                return;

            var options = choice.Value.Items.Select(option => HtmlMarkup.Of($"<li>{Written(place.To(option), scope).Whole()}"));
            text.Part(HtmlMarkup.Of($"<p class=\"label\">{label}</p><ul class=\"choice\">{options}</ul>"));
        }
    }

    private void Condition(SchemaText text, SchemaLocation place, DynamicScope scope)
    {
        if (place.Node.Find("if") is not { } condition)
            return;

        text.Part(Labelled("When it is like this", Written(place.To(condition.Value), scope)));
        if (place.Node.Find("then") is { } then)
            text.Part(Labelled("then also", Written(place.To(then.Value), scope)));
        if (place.Node.Find("else") is { } otherwise)
            text.Part(Labelled("otherwise", Written(place.To(otherwise.Value), scope)));
    }

    private void Content(SchemaText text, SchemaLocation place, DynamicScope scope)
    {
        if (place.Node.Find("contentSchema") is { } content)
            text.Part(Labelled("The content", Written(place.To(content.Value), scope)));
    }

    private void Further(SchemaText text, SchemaLocation place, DynamicScope scope, string keyword, string none, string label)
    {
        if (place.Node.Find(keyword) is not { } further)
            return;
        text.Part(further.Value.Kind == JsonKind.False
            ? HtmlMarkup.Of($"<p class=\"only\">{none}</p>")
            : Labelled(label, Written(place.To(further.Value), scope)));
    }

    private static void Examples(SchemaText text, JsonNode node)
    {
        foreach (var example in node.Find("examples")?.Value.Items ?? [])
        {
            if (example.Kind is JsonKind.Object or JsonKind.Array)
                text.Part(HtmlMarkup.Of($"<pre><code>{IndentedJson.Write(example)}</code></pre>"));
            else
                text.Fact(HtmlMarkup.Of($"such as <code>{CompactJson.Write(example)}</code>"));
        }
    }

    private static void Unknown(SchemaText text, JsonNode node)
    {
        foreach (var member in node.Members.Where(member => !KnownKeywords.Contains(member.Name)))
            text.Part(HtmlMarkup.Of($"<p><code>{member.Name}</code>: <code>{CompactJson.Write(member.Value)}</code></p>"));
    }

    private static HtmlMarkup Labelled(string label, SchemaText schema) => Labelled(HtmlMarkup.Text(label), schema);

    private static HtmlMarkup Labelled(HtmlMarkup label, SchemaText schema) => schema.IsLine
        ? HtmlMarkup.Of($"<p><span class=\"label\">{label}:</span> {schema.Whole()}</p>")
        : HtmlMarkup.Of($"<p class=\"label\">{label}</p><div class=\"part\">{schema.Whole()}</div>");

    private static HtmlMarkup List(IEnumerable<HtmlMarkup> rows) => HtmlMarkup.Of($"<dl>{rows}</dl>");

    private static HtmlMarkup Row(HtmlMarkup name, SchemaText schema) => HtmlMarkup.Of($"<dt>{name}<dd>{schema.Whole()}");

    private static HtmlMarkup Codes(IEnumerable<string> names) =>
        HtmlMarkup.Join(names.Select(name => HtmlMarkup.Of($"<code>{name}</code>")), ", ");

    // A plain schema's facts fit on the line of the place that refers to it.
    private static bool IsPlain(JsonNode node) =>
        !node.Members.Any(member => member.Value.Kind is JsonKind.Object || (member.Value.Kind == JsonKind.Array && member.Name.EndsWith("Of", StringComparison.Ordinal)));

    private static bool HoldsDynamicReference(JsonNode node) =>
        node.Find("$dynamicRef") is not null || node.Members.Select(member => member.Value).Concat(node.Items).Any(HoldsDynamicReference);
}

/// <summary>A section of the page about a schema.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Anchor">Its identifier.</param>
internal sealed record SchemaLink(string Name, string Anchor);
