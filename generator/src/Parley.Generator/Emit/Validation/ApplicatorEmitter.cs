using Parley.Generator.Emit.Types;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary>
/// Keywords that evaluate other subschemas on the same value: each on a copy of the reader, so that the value itself stays to be read.
/// </summary>
/// <param name="scope">The declaration.</param>
/// <param name="values">Writes the checks of values.</param>
/// <param name="marks">Whether what those subschemas evaluate that match is added to <c>evaluated</c>.</param>
internal sealed class ApplicatorEmitter(DeclarationScope scope, ValueCheckEmitter values, bool marks)
{
    private static readonly CSharpCode Ahead = CSharpCode.Of($"ahead");
    private static readonly CSharpCode At = CSharpCode.Of($"at");

    public void Write(CodeWriter writer, SchemaNode node)
    {
        scope.CancellationToken.ThrowIfCancellationRequested();
        if (!ValueCheckEmitter.HasInPlace(node) && !AsksCondition(node))
            return;

        writer.Line($"var ahead = reader;");
        if (node.Union is { } union)
        {
            writer.Line($"// {XmlDocText.Of(node.Pointer + "/" + union.Keyword)}");
            writer.Line($"if (!{Counted(new UnionCheckEmitter(scope, values, marks).Test(node, Ahead))})");
            writer.Line($"    return false;");
        }

        Reference(writer, node, "$ref", node.Ref);
        Reference(writer, node, "$dynamicRef", node.DynamicRef);
        foreach (var part in node.AllOf)
            Part(writer, node, "allOf", part);
        AnyOf(writer, node);
        OneOf(writer, node);
        Not(writer, node);
        Condition(writer, node);
        writer.Blank();
    }

    private void Reference(CodeWriter writer, SchemaNode node, string keyword, TypeReference? target)
    {
        if (target is null)
            return;
        var sink = CSharpCode.Of($"at.At({FailureEmitter.Pointer(node, keyword)})");
        All(writer, node, keyword, marks
            ? CSharpCode.Of($"{CSharpTypes.DeclarationOf(target)}.Evaluate(ref ahead, {sink}, ref evaluated)")
            : CSharpCode.Of($"{CSharpTypes.DeclarationOf(target)}.Check(ref ahead, {sink})"));
    }

    private static void All(CodeWriter writer, SchemaNode node, string keyword, CSharpCode test)
    {
        writer.Line($"// {XmlDocText.Of(node.Pointer + "/" + keyword)}");
        writer.Line($"ahead = reader;");
        writer.Line($"if (!{Counted(test)})");
        writer.Line($"    return false;");
    }

    /// <summary>A test on a copy of the reader, with what it walks counted against the budget of the call.</summary>
    /// <param name="test">The test.</param>
    /// <param name="ahead">The copy.</param>
    /// <param name="from">The reader that still stands where the copy was made.</param>
    public static CSharpCode Counted(CSharpCode test, CSharpCode ahead, CSharpCode from) =>
        // Arguments are evaluated in order: how far the branch has walked is known behind its verdict.
        CSharpCode.Of($"global::Parley.CallBudget.Spend({test}, {ahead}.BytesConsumed - {from}.TokenStartIndex, {from}.TokenStartIndex)");

    private static CSharpCode Counted(CSharpCode test) => Counted(test, CSharpCode.Of($"ahead"), CSharpCode.Of($"reader"));

    private static void Never(CodeWriter writer, string pointer) =>
        FailureEmitter.Check.If(writer, default, CSharpCode.Of($"FailAlways(ref reader, {CSharpLiteral.String(pointer)})"), pointer);

    // A boolean schema is decided here: the compiler warns of code behind a constant condition.
    private void Part(CodeWriter writer, SchemaNode node, string keyword, SchemaNode part)
    {
        if (part.Boolean == false)
            Never(writer, part.Pointer);
        else if (part.Boolean is null)
            All(writer, node, keyword, values.InPlace(part, Ahead, At, marks ? ValueCheckEmitter.Evaluated : default));
    }

    private void AnyOf(CodeWriter writer, SchemaNode node)
    {
        var always = node.AnyOf.Any(static alternative => alternative.Boolean == true);
        if (node.AnyOf.Count == 0 || node.Union?.Keyword == "anyOf" || (always && !marks))
            return;

        var matches = scope.Names.Camel("matchesAny");
        writer.Line($"// {XmlDocText.Of(node.Pointer + "/anyOf")}");
        writer.Line($"var {matches} = {CSharpLiteral.Boolean(always)};");
        foreach (var alternative in node.AnyOf.Where(static alternative => alternative.Boolean is null))
        {
            // Each alternative that matches evaluates what it names; without anybody asking for that, one is enough.
            if (marks)
            {
                writer.Line($"{matches} |= {Branch(writer, alternative)};");
                continue;
            }

            using (writer.Block($"if (!{matches})"))
            {
                writer.Line($"ahead = reader;");
                writer.Line($"{matches} = {Counted(values.Test(alternative, Ahead, CSharpTypes.Probe))};");
            }
        }

        FailureEmitter.Check.Assert(writer, node, new("anyOf", CSharpCode.Of($"!{matches}"), AlternativesText.Of(node.AnyOf, "at least one")));
    }

    private void OneOf(CodeWriter writer, SchemaNode node)
    {
        if (node.OneOf.Count == 0 || node.Union?.Keyword == "oneOf")
            return;

        var matches = scope.Names.Camel("matches");
        writer.Line($"// {XmlDocText.Of(node.Pointer + "/oneOf")}");
        writer.Line($"var {matches} = {node.OneOf.Count(static alternative => alternative.Boolean == true)};");
        foreach (var alternative in node.OneOf.Where(static alternative => alternative.Boolean is null))
        {
            if (marks)
            {
                writer.Line($"if ({Branch(writer, alternative)})");
            }
            else
            {
                writer.Line($"ahead = reader;");
                writer.Line($"if ({matches} < 2 && {Counted(values.Test(alternative, Ahead, CSharpTypes.Probe))})");
            }

            writer.Line($"    {matches}++;");
        }

        FailureEmitter.Check.Assert(writer, node, new("oneOf", CSharpCode.Of($"{matches} != 1"), AlternativesText.Of(node.OneOf, "exactly one")));
    }

    private void Not(CodeWriter writer, SchemaNode node)
    {
        if (node.Not is not { } refused || refused.Boolean == false)
            return;

        if (refused.Boolean == true)
        {
            Never(writer, node.Pointer + "/not");
            return;
        }

        writer.Line($"// {XmlDocText.Of(node.Pointer + "/not")}");
        writer.Line($"ahead = reader;");
        FailureEmitter.Check.Assert(writer, node, new("not", Counted(values.Test(refused, Ahead, CSharpTypes.Probe)), AlternativesText.OfNot(refused)));
    }

    // The verdict of a branch, in a local; what it has evaluated counts only when it matches.
    private CSharpIdentifier Branch(CodeWriter writer, SchemaNode branch)
    {
        var (set, holds) = (scope.Names.Camel("branch"), scope.Names.Camel("branchHolds"));
        writer.Line($"ahead = reader;");
        writer.Line($"var {set} = default(global::Parley.EvaluatedPositions);");
        writer.Line($"var {holds} = {Counted(values.InPlace(branch, Ahead, CSharpTypes.Probe, set))};");
        writer.Line($"if ({holds})");
        writer.Line($"    evaluated.Add(ref {set});");
        writer.Line($"{set}.Release({holds});");
        return holds;
    }

    // What a condition evaluates counts without "then" and "else" too.
    private bool AsksCondition(SchemaNode node) => marks && node.If is { Boolean: null };

    private void Condition(CodeWriter writer, SchemaNode node)
    {
        if (node.If is not { } condition || ((node.Then ?? node.Else) is null && !AsksCondition(node)))
            return;

        if (condition.Boolean is { } decided)
        {
            if ((decided ? node.Then : node.Else) is { } branch)
                Part(writer, node, decided ? "then" : "else", branch);
            return;
        }

        writer.Line($"// {XmlDocText.Of(node.Pointer + "/if")}");
        var holds = marks ? Branch(writer, condition) : scope.Names.Camel("holds");
        if (!marks)
        {
            writer.Line($"ahead = reader;");
            writer.Line($"var {holds} = {Counted(values.Test(condition, Ahead, CSharpTypes.Probe))};");
        }

        if (node.Then is { } then)
            Branch(writer, CSharpCode.Of($"{holds}"), then);
        if (node.Else is { } otherwise)
            Branch(writer, CSharpCode.Of($"!{holds}"), otherwise);
    }

    private void Branch(CodeWriter writer, CSharpCode when, SchemaNode branch)
    {
        if (branch.Boolean == true)
            return;

        using (writer.Block($"if ({when})"))
        {
            if (branch.Boolean == false)
            {
                Never(writer, branch.Pointer);
                return;
            }

            writer.Line($"ahead = reader;");
            writer.Line($"if (!{Counted(values.InPlace(branch, Ahead, At, marks ? ValueCheckEmitter.Evaluated : default))})");
            writer.Line($"    return false;");
        }
    }
}
