using Parley.Generator.Emit.Types;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary>Walks the items of an array.</summary>
/// <param name="scope">The declaration.</param>
/// <param name="values">Writes the checks of values.</param>
/// <param name="marks">Whether items that the subschema evaluates are added to <c>evaluated</c>.</param>
internal sealed class ArrayCheckEmitter(DeclarationScope scope, ValueCheckEmitter values, bool marks)
{
    private readonly UnevaluatedCheck _unevaluated = new(scope, values);

    public void Write(CodeWriter writer, SchemaNode node)
    {
        var behind = KeywordChecks.Of(node, JsonTypes.Array, new CheckSubject(scope, Count: CSharpCode.Of($"count")), CheckMoment.AfterChildren).ToArray();
        var leavesRest = UnevaluatedCheck.OfItems(node);
        var marksAll = marks && (node.Items is not null || (node.UnevaluatedItems is not null && !leavesRest));
        var contains = ContainsCheck.Of(node, scope, values, marks && !marksAll);
        var hasPlaces = node.PrefixItems.Any(static item => item.Boolean != true);
        CSharpIdentifier entire = leavesRest ? _unevaluated.WriteStart(writer) : default;
        if (marksAll)
            writer.Line($"evaluated.AddAll();");
        else if (marks && node.PrefixItems.Count > 0)
            writer.Line($"evaluated.AddFirst({node.PrefixItems.Count});");
        if (behind.Length == 0 && !hasPlaces && contains is null && !leavesRest && Others(node) is null or { Boolean: true })
        {
            ValueCheckEmitter.Rest(writer, node);
            return;
        }

        hasPlaces = node.PrefixItems.Count > 0 || FirstOther(node) > 0;
        if (behind.Length > 0 || contains is not null)
            writer.Line($"var start = reader.TokenStartIndex;");
        if (behind.Length > 0 || hasPlaces)
            writer.Line($"var count = 0;");
        contains?.WriteStart(writer);
        var counts = leavesRest || (marks && !marksAll && contains is not null);
        if (counts)
            writer.Line($"var position = 0;");

        using (writer.Block($"while (reader.Read() && reader.TokenType != {CSharpTypes.Token}.EndArray)"))
        {
            contains?.WriteItem(writer);
            if (hasPlaces)
            {
                Places(writer, node);
            }
            else
            {
                if (behind.Length > 0)
                    writer.Line($"count++;");
                Item(writer, node, Others(node));
            }

            if (counts)
                writer.Line($"position++;");
        }

        writer.Blank();
        foreach (var assertion in behind)
            FailureEmitter.Check.AssertBehind(writer, node, assertion);
        contains?.WriteBehind(writer);
        if (leavesRest)
            _unevaluated.Write(writer, node, entire, CSharpCode.Of($"position"), ofMembers: false);
    }

    // The schema of the items behind those with a place: "items", or "unevaluatedItems" where the schema tells what else is evaluated.
    private static SchemaNode? Others(SchemaNode node) => node.Items ?? (node.EvaluatedItems is null or int.MaxValue ? null : node.UnevaluatedItems);

    // The place of the first of them.
    private static int FirstOther(SchemaNode node) => node.Items is null && Others(node) is not null ? node.EvaluatedItems!.Value : node.PrefixItems.Count;

    // prefixItems: each place has a schema of its own, the rest has one together.
    private void Places(CodeWriter writer, SchemaNode node)
    {
        using (writer.Block($"switch (count++)"))
        {
            for (var i = 0; i < node.PrefixItems.Count; i++)
            {
                scope.CancellationToken.ThrowIfCancellationRequested();
                writer.Line($"// {XmlDocText.Of(node.PrefixItems[i].Pointer)}");
                writer.Line($"case {i}:");
                using (writer.Block())
                {
                    Item(writer, node, node.PrefixItems[i]);
                    writer.Line($"break;");
                }
            }

            writer.Line($"default:");
            using (writer.Block())
            {
                if (FirstOther(node) > node.PrefixItems.Count)
                {
                    using (writer.Block($"if (count > {FirstOther(node)})"))
                        Item(writer, node, Others(node));
                    using (writer.Block($"else"))
                        ValueCheckEmitter.Rest(writer, node);
                }
                else
                {
                    Item(writer, node, Others(node));
                }

                writer.Line($"break;");
            }
        }
    }

    private void Item(CodeWriter writer, SchemaNode node, SchemaNode? schema)
    {
        if (schema is not null)
            values.Nested(writer, schema);
        else
            ValueCheckEmitter.Rest(writer, node);
    }
}
