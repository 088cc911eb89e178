using Parley.Generator.Emit.Types;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary>Walks the members of an object.</summary>
/// <param name="scope">The declaration.</param>
/// <param name="values">Writes the checks of values.</param>
/// <param name="marks">Whether members that the subschema evaluates are added to <c>evaluated</c>.</param>
internal sealed class ObjectCheckEmitter(DeclarationScope scope, ValueCheckEmitter values, bool marks)
{
    private readonly UnevaluatedCheck _unevaluated = new(scope, values);

    public void Write(CodeWriter writer, SchemaNode node)
    {
        var members = new MemberTable(node);
        var counted = KeywordChecks.Of(node, JsonTypes.Object, new CheckSubject(scope, Count: CSharpCode.Of($"count")), CheckMoment.AfterChildren).ToArray();
        var isWeighed = counted.Length > 0 || node.Required.Count > 0 || node.DependentRequired.Count > 0;
        var whole = DependentSchemasCheck.WriteStart(writer, node, scope);
        var leavesRest = UnevaluatedCheck.OfMembers(node);
        CSharpIdentifier entire = leavesRest ? _unevaluated.WriteStart(writer) : default;
        if (isWeighed)
            writer.Line($"var start = reader.TokenStartIndex;");
        if (counted.Length > 0)
            writer.Line($"var count = 0;");
        if (members.Count > 0)
            members.WriteSeen(writer);
        if (!AdditionalPropertiesCheck.IsClosed(node))
            writer.Line($"var others = default(global::Parley.MemberNames);");
        if (MarksAll(node))
            writer.Line($"evaluated.AddAll();");
        var counts = leavesRest || (MarksEach(node) && node.Properties.Count + node.PatternProperties.Count > 0);
        if (counts)
            writer.Line($"var position = -1;");

        using (writer.Block($"while (reader.ReadName())"))
        {
            if (counts)
                writer.Line($"position++;");
            if (counted.Length > 0)
                writer.Line($"count++;");
            PropertyNamesCheck.Write(writer, node, values);
            if (members.Count > 0)
                members.WriteLookup(writer, scope, FailureEmitter.Check);
            Dispatch(writer, node, members, PatternPropertiesCheck.Write(writer, node, scope, values, MarksEach(node)));
        }

        writer.Blank();
        RequiredCheck.Write(writer, members, FailureEmitter.Check);
        DependentRequiredCheck.Write(writer, members, FailureEmitter.Check);
        DependentSchemasCheck.Write(writer, members, whole, values, marks);
        foreach (var assertion in counted)
            FailureEmitter.Check.AssertBehind(writer, node, assertion);
        AdditionalPropertiesCheck.WriteDuplicates(writer, node);
        if (leavesRest)
            _unevaluated.Write(writer, node, entire, CSharpCode.Of($"position + 1"), ofMembers: true);
    }

    // With either keyword every member that is left has been evaluated too.
    private bool MarksAll(SchemaNode node) =>
        marks && (node.AdditionalProperties is not null || (node.UnevaluatedProperties is not null && !UnevaluatedCheck.OfMembers(node)));

    private bool MarksEach(SchemaNode node) => marks && !MarksAll(node);

    private void Dispatch(CodeWriter writer, SchemaNode node, MemberTable members, CSharpCode matched)
    {
        var others = AdditionalPropertiesCheck.OtherNames(node);
        if (node.Properties.Count == 0 && others.Count == 0)
        {
            AdditionalPropertiesCheck.Write(writer, node, matched, values);
            return;
        }

        using (writer.Block($"if ({members.IsNoneOf([.. node.Properties.Select(static property => property.Name), .. others])})"))
        {
            AdditionalPropertiesCheck.Write(writer, node, matched, values);
            writer.Line($"continue;");
        }

        writer.Blank();
        writer.Line($"reader.Read();");
        using (writer.Block($"switch (member)"))
        {
            foreach (var property in node.Properties)
            {
                scope.CancellationToken.ThrowIfCancellationRequested();
                writer.Line($"case {members.IndexOf(property.Name)}:");
                using (writer.Indent())
                {
                    if (MarksEach(node))
                        writer.Line($"evaluated.Add(position);");
                    values.Nested(writer, property.Schema);
                    writer.Line($"break;");
                }
            }

            if (others.Count > 0)
                writer.Line($"// Evaluated by other subschemas.");
            foreach (var name in others)
                writer.Line($"case {members.IndexOf(name)}:");
            if (others.Count > 0)
            {
                using (writer.Indent())
                {
                    ValueCheckEmitter.Rest(writer, node);
                    writer.Line($"break;");
                }
            }
        }
    }
}
