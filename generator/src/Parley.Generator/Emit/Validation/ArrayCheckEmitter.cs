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
        if (behind.Length == 0 && node.Items is null or { Boolean: true })
        {
            ValueCheckEmitter.Rest(writer, node);
            return;
        }

        if (behind.Length > 0)
        {
            writer.Line($"var start = reader.TokenStartIndex;");
            writer.Line($"var count = 0;");
        }

        using (writer.Block($"while (reader.Read() && reader.TokenType != {CSharpTypes.Token}.EndArray)"))
        {
            if (behind.Length > 0)
                writer.Line($"count++;");
            if (node.Items is { } items)
                values.Nested(writer, items);
            else
                ValueCheckEmitter.Rest(writer, node);
        }

        writer.Blank();
        foreach (var assertion in behind)
            FailureEmitter.Check.AssertBehind(writer, node, assertion);
    }
}
