using Parley.Generator.Emit.Types;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary>Walks the members of an object.</summary>
internal sealed class ObjectCheckEmitter(DeclarationScope scope, ValueCheckEmitter values)
{
    public void Write(CodeWriter writer, SchemaNode node)
    {
        var members = new MemberTable(node);
        var counted = KeywordChecks.Of(node, JsonTypes.Object, new CheckSubject(scope, Count: CSharpCode.Of($"count")), CheckMoment.AfterChildren).ToArray();
        var isWeighed = counted.Length > 0 || node.Required.Count > 0 || node.DependentRequired.Count > 0;
        var whole = DependentSchemasCheck.WriteStart(writer, node, scope);
        if (isWeighed)
            writer.Line($"var start = reader.TokenStartIndex;");
        if (counted.Length > 0)
            writer.Line($"var count = 0;");
        if (members.Count > 0)
            members.WriteSeen(writer);
        if (!AdditionalPropertiesCheck.IsClosed(node))
            writer.Line($"var others = default(global::Parley.MemberNames);");

        using (writer.Block($"while (reader.Read() && reader.TokenType == {CSharpTypes.Token}.PropertyName)"))
        {
            if (counted.Length > 0)
                writer.Line($"count++;");
            PropertyNamesCheck.Write(writer, node, values);
            if (members.Count > 0)
                members.WriteLookup(writer, scope, FailureEmitter.Check);
            Dispatch(writer, node, members, PatternPropertiesCheck.Write(writer, node, scope, values));
        }

        writer.Blank();
        RequiredCheck.Write(writer, members, FailureEmitter.Check);
        DependentRequiredCheck.Write(writer, members, FailureEmitter.Check);
        DependentSchemasCheck.Write(writer, members, whole, values);
        foreach (var assertion in counted)
            FailureEmitter.Check.AssertBehind(writer, node, assertion);
        AdditionalPropertiesCheck.WriteDuplicates(writer, node);
    }

    private void Dispatch(CodeWriter writer, SchemaNode node, MemberTable members, CSharpCode matched)
    {
        if (node.Properties.Count == 0)
        {
            AdditionalPropertiesCheck.Write(writer, node, matched, values);
            return;
        }

        using (writer.Block($"switch (member)"))
        {
            foreach (var property in node.Properties)
            {
                scope.CancellationToken.ThrowIfCancellationRequested();
                writer.Line($"case {members.IndexOf(property.Name)}:");
                using (writer.Block())
                {
                    writer.Line($"reader.Read();");
                    values.Nested(writer, property.Schema);
                    writer.Line($"break;");
                }
            }

            writer.Line($"default:");
            using (writer.Block())
            {
                AdditionalPropertiesCheck.Write(writer, node, matched, values);
                writer.Line($"break;");
            }
        }
    }
}
