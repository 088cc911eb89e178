using Parley.Generator.Emit.Types;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Json;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary>Checks a discriminated union: the member's constant chooses one alternative, and only that one is looked at and speaks.</summary>
/// <param name="scope">The declaration.</param>
/// <param name="values">Writes the checks of values.</param>
/// <param name="marks">Whether what the chosen alternative evaluates is added to <c>evaluated</c>.</param>
internal sealed class UnionCheckEmitter(DeclarationScope scope, ValueCheckEmitter values, bool marks)
{
    /// <summary>Whether a subschema says nothing beside its alternatives, so that the value is walked once.</summary>
    public static bool IsOnlyUnion(SchemaNode node) =>
        node.Union is not null && node.Types is JsonTypes.None or JsonTypes.Object or (JsonTypes.Object | JsonTypes.Null)
        && !ValueCheckEmitter.HasAssertions(node with { Union = null, OneOf = default, AnyOf = default, Types = JsonTypes.None })
        && (node.OneOf.Count == 0 || node.AnyOf.Count == 0)
        && (node.Types != JsonTypes.Object || !node.Union.Branches.Any(static branch => branch.AcceptsNull));

    /// <summary>The alternatives.</summary>
    public static EquatableArray<SchemaNode> AlternativesOf(SchemaNode node) => node.Union!.Keyword == "oneOf" ? node.OneOf : node.AnyOf;

    /// <summary>The statements: on the value itself, which they walk.</summary>
    public void Write(CodeWriter writer, SchemaNode node)
    {
        var union = node.Union!;
        var alternatives = AlternativesOf(node);
        var keyword = FailureEmitter.Pointer(node, union.Keyword);
        var choice = scope.Names.Camel("choice");
        writer.Line($"var {choice} = reader;");
        using (writer.Block($"switch ({Choose(node)}(ref {choice}))"))
        {
            for (var i = 0; i < alternatives.Count; i++)
            {
                writer.Line($"// {XmlDocText.Of(alternatives[i].Pointer)}");
                writer.Line($"case {i}:");
                using (writer.Block())
                {
                    writer.Line($"if (!{values.InPlace(alternatives[i], CSharpCode.Of($"reader"), CSharpCode.Of($"at"), marks ? ValueCheckEmitter.Evaluated : default)})");
                    writer.Line($"    return false;");
                    writer.Line($"break;");
                }
            }

            writer.Line($"case {alternatives.Count}:");
            Unchosen(writer, choice, keyword, Listed(union));
            writer.Line($"default:");
            Unchosen(writer, CSharpIdentifier.Of("reader"), keyword, $"must be an object with the member {CompactJson.Quote(union.Property)}");
        }
    }

    private void Unchosen(CodeWriter writer, CSharpIdentifier place, CSharpLiteral keyword, string message)
    {
        using (writer.Block())
        {
            writer.Line($"if (!at.Fail(ref {place}, {keyword}, {CSharpLiteral.String(message)}))");
            writer.Line($"    return false;");
            // Which members would be known, nobody can tell: it is not said of all that they are not.
            if (marks)
                writer.Line($"{ValueCheckEmitter.Evaluated}.AddAll();");
            writer.Line($"reader.Skip();");
            writer.Line($"break;");
        }
    }

    /// <summary>A condition that is true when these statements have gone through, on a copy of the reader, for a union beside other rules.</summary>
    public CSharpCode Test(SchemaNode node, CSharpCode reader)
    {
        var evaluated = marks ? CSharpCode.Of($", ref {ValueCheckEmitter.Evaluated}") : default;
        return CSharpCode.Of($"{Method(node)}(ref {reader}, at{evaluated})");
    }

    private CSharpIdentifier Method(SchemaNode node) => scope.Method(marks ? "EvaluateAlternatives" : "CheckAlternatives", node.Pointer, (writer, name) =>
    {
        var evaluated = marks ? CSharpCode.Of($", ref global::Parley.EvaluatedPositions {ValueCheckEmitter.Evaluated}") : default;
        writer.Line($"// {XmlDocText.Of(node.Pointer + "/" + node.Union!.Keyword)}");
        writer.Line($"private static bool {name}<TSink>(ref {CSharpTypes.Reader} reader, TSink at{evaluated})");
        writer.Line($"    where TSink : struct, global::Parley.IFailureSink<TSink>");
        using (writer.Block())
        {
            Write(writer, node);
            writer.Line($"return true;");
        }
    });

    /// <summary>
    /// The private method that moves to the member and tells the index of the alternative; behind the last one when no alternative has the member's value, -1 when there is no such member.
    /// </summary>
    public CSharpIdentifier Choose(SchemaNode node) => scope.Method("Choose", node.Pointer, (writer, name) =>
    {
        var union = node.Union!;
        var subject = new CheckSubject(scope);
        writer.Line($"// {XmlDocText.Of(node.Pointer + "/" + union.Keyword)}");
        writer.Line($"private static int {name}(ref {CSharpTypes.Reader} reader)");
        using (writer.Block())
        {
            var branches = union.Branches.Select(static (branch, i) => (Branch: branch, Index: i)).ToArray();
            foreach (var (_, i) in branches.Where(static pair => pair.Branch.AcceptsNull))
            {
                writer.Line($"if (reader.TokenType == {CSharpTypes.Token}.Null)");
                writer.Line($"    return {i};");
            }

            writer.Line($"if (!global::Parley.ObjectMember.TryFind(ref reader, {CSharpLiteral.Utf8(union.Property)}))");
            writer.Line($"    return -1;");
            foreach (var (branch, i) in branches.Where(static pair => pair.Branch.Constants.Count > 0))
            {
                writer.Line($"if ({CSharpCode.Join(CSharpCode.Of($" || "), branch.Constants.Select(constant => ValueTest.Is(new JsonConstant(constant), subject)))})");
                writer.Line($"    return {i};");
            }

            writer.Line($"return {branches.Length};");
        }
    });

    private static string Listed(UnionNode union)
    {
        var constants = union.Branches.SelectMany(static branch => branch.Constants).ToList();
        return constants.Count <= 10 ? $"must be one of {string.Join(", ", constants)}" : FormattableString.Invariant($"must be one of {constants.Count} known values");
    }
}
