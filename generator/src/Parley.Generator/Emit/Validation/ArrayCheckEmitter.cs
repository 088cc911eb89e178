using Parley.Generator.Emit.Types;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary>Walks the items of an array.</summary>
internal sealed class ArrayCheckEmitter(DeclarationScope scope, ValueCheckEmitter values)
{
    public void Write(CodeWriter writer, SchemaNode node)
    {
        var behind = KeywordChecks.Of(node, JsonTypes.Array, new CheckSubject(scope, Count: CSharpCode.Of($"count")), CheckMoment.AfterChildren).ToArray();
        var contains = ContainsCheck.Of(node, scope, values);
        var hasPlaces = node.PrefixItems.Any(static item => item.Boolean != true);
        if (behind.Length == 0 && !hasPlaces && contains is null && node.Items is null or { Boolean: true })
        {
            ValueCheckEmitter.Rest(writer, node);
            return;
        }

        hasPlaces = node.PrefixItems.Count > 0;
        if (behind.Length > 0 || contains is not null)
            writer.Line($"var start = reader.TokenStartIndex;");
        if (behind.Length > 0 || hasPlaces)
            writer.Line($"var count = 0;");
        contains?.WriteStart(writer);

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
                Item(writer, node, node.Items);
            }
        }

        writer.Blank();
        foreach (var assertion in behind)
            FailureEmitter.Check.AssertBehind(writer, node, assertion);
        contains?.WriteBehind(writer);
    }

    // prefixItems: each place has a schema of its own, the rest has "items".
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
                Item(writer, node, node.Items);
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
