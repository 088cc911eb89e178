using Parley.Generator.Emit.Types;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Validation;

/// <summary>
/// Writes the check of one value. The emitted statements find the reader on the value's first token and <c>at</c> as the sink; they leave the reader
/// on the last token or return false.
/// </summary>
internal sealed class ValueCheckEmitter(DeclarationScope scope)
{
    /// <summary>The parameter that takes what a subschema evaluates, in methods that tell it.</summary>
    public static CSharpCode Evaluated => CSharpCode.Of($"evaluated");

    /// <summary>The check of a value below another: a call where the subschema is declared or long, else its statements.</summary>
    public void Nested(CodeWriter writer, SchemaNode node)
    {
        if (Call(node) is { IsEmpty: false } call)
            Require(writer, call);
        else if (IsLong(node))
            Require(writer, CSharpCode.Of($"{Method(node)}(ref reader, at)"));
        else
            Body(writer, node);
    }

    /// <summary>A condition that is true when a value is valid, for alternatives: evaluated on the reader and sink that are named.</summary>
    public CSharpCode Test(SchemaNode node, CSharpCode reader, CSharpCode sink)
    {
        if (node.Boolean is { } verdict)
            return CSharpLiteral.Boolean(verdict);
        if (Called(node) is { } target)
            return CSharpCode.Of($"{CSharpTypes.DeclarationOf(target.Reference)}.Check(ref {reader}, {Entered(sink, target.Pointer)})");
        return CSharpCode.Of($"{Method(node)}(ref {reader}, {sink})");
    }

    /// <summary>A condition as <see cref="Test"/> for a subschema of the same value, which adds what it evaluates to a set; an empty one stands for none.</summary>
    public CSharpCode InPlace(SchemaNode node, CSharpCode reader, CSharpCode sink, CSharpCode evaluated)
    {
        if (evaluated.IsEmpty || node.Boolean is not null)
            return Test(node, reader, sink);
        if (Called(node) is { } target)
            return CSharpCode.Of($"{CSharpTypes.DeclarationOf(target.Reference)}.Evaluate(ref {reader}, {Entered(sink, target.Pointer)}, ref {evaluated})");
        return CSharpCode.Of($"{EvaluatingMethod("Evaluate", node, EvaluatingBody)}(ref {reader}, {sink}, ref {evaluated})");
    }

    /// <summary>The statements of a subschema that adds what it evaluates to the set <c>evaluated</c>.</summary>
    public void EvaluatingBody(CodeWriter writer, SchemaNode node)
    {
        scope.CancellationToken.ThrowIfCancellationRequested();
        if (node.Boolean is not null)
        {
            Body(writer, node);
        }
        else if (OnlyReference(node) is { } only)
        {
            Require(writer, CSharpCode.Of($"{CSharpTypes.DeclarationOf(only.Target)}.Evaluate(ref reader, at.At({FailureEmitter.Pointer(node, only.Keyword)}), ref evaluated)"));
        }
        else if (node.NullOr is { } one)
        {
            new NullableCheckEmitter(this, marks: true).Write(writer, node, one);
        }
        else if (HasRest(node))
        {
            // What it leaves over is not for the subschemas around it to say: it has a set of its own.
            var (own, valid) = (scope.Names.Camel("own"), scope.Names.Camel("valid"));
            writer.Line($"var {own} = default(global::Parley.EvaluatedPositions);");
            writer.Line($"var {valid} = {Collect(node, own)};");
            writer.Line($"evaluated.Add(ref {own});");
            Require(writer, CSharpCode.Of($"{own}.Release({valid})"));
        }
        else
        {
            Rules(writer, node, marks: true);
        }
    }

    /// <summary>The statements of a subschema, whether or not it could be called.</summary>
    public void Body(CodeWriter writer, SchemaNode node)
    {
        scope.CancellationToken.ThrowIfCancellationRequested();
        if (node.Boolean is { } verdict)
        {
            if (!verdict)
                FailureEmitter.Check.If(writer, default, CSharpCode.Of($"FailAlways(ref reader, {CSharpLiteral.String(node.Pointer)})"), node.Pointer);
            Untyped(writer, node.Pointer);
            return;
        }

        if (OnlyReference(node) is not null)
        {
            Require(writer, Call(node));
            return;
        }

        if (node.NullOr is { } one)
        {
            new NullableCheckEmitter(this, marks: false).Write(writer, node, one);
            return;
        }

        if (UnionCheckEmitter.IsOnlyUnion(node))
        {
            new UnionCheckEmitter(scope, this, marks: false).Write(writer, node);
            return;
        }

        if (HasRest(node))
        {
            var own = scope.Names.Camel("own");
            writer.Line($"var {own} = default(global::Parley.EvaluatedPositions);");
            Require(writer, CSharpCode.Of($"{own}.Release({Collect(node, own)})"));
            return;
        }

        Rules(writer, node, marks: false);
    }

    private void Rules(CodeWriter writer, SchemaNode node, bool marks)
    {
        new ApplicatorEmitter(scope, this, marks).Write(writer, node);
        new TypedCheckEmitter(scope, this, marks).Write(writer, node);
    }

    // With a set that holds nothing from elsewhere.
    private CSharpCode Collect(SchemaNode node, CSharpIdentifier evaluated) =>
        CSharpCode.Of($"{EvaluatingMethod("Collect", node, (writer, schema) => Rules(writer, schema, marks: true))}(ref reader, at, ref {evaluated})");

    private static bool HasRest(SchemaNode node) => UnevaluatedCheck.OfMembers(node) || UnevaluatedCheck.OfItems(node);

    private CSharpIdentifier EvaluatingMethod(string prefix, SchemaNode node, Action<CodeWriter, SchemaNode> body) => scope.Method(prefix, node.Pointer, (writer, name) =>
    {
        writer.Line($"// {XmlDocText.Of(node.Pointer)}");
        writer.Line($"private static bool {name}<TSink>(ref {CSharpTypes.Reader} reader, TSink at, ref global::Parley.EvaluatedPositions evaluated)");
        writer.Line($"    where TSink : struct, global::Parley.IFailureSink<TSink>");
        using (writer.Block())
        {
            body(writer, node);
            writer.Blank();
            writer.Line($"return true;");
        }
    });

    /// <summary>Passes a value that no keyword looks into.</summary>
    public static void Untyped(CodeWriter writer, string pointer) =>
        Require(writer, CSharpCode.Of($"global::Parley.UntypedValue.Skip(ref reader, {CSharpLiteral.String(pointer)}, at)"));

    /// <summary>Passes a value into which the subschema itself does not look. A part that applies to the same value with the same sink has walked it already.</summary>
    public static void Rest(CodeWriter writer, SchemaNode node)
    {
        if (node.Ref is not null || node.DynamicRef is not null || node.AllOf.Any(static part => part.Boolean is null))
            writer.Line($"reader.Skip();");
        else
            Untyped(writer, node.Pointer);
    }

    /// <summary>The reference of a subschema that has nothing beside it that asserts; else null.</summary>
    public static (TypeReference Target, string Keyword)? OnlyReference(SchemaNode node)
    {
        if (node.Ref is { } target)
            return HasAssertions(node with { Ref = null }) ? null : (target, "$ref");
        if (node.DynamicRef is { } dynamicTarget)
            return HasAssertions(node with { DynamicRef = null }) ? null : (dynamicTarget, "$dynamicRef");
        return null;
    }

    /// <summary>Whether a subschema says anything about values.</summary>
    public static bool HasAssertions(SchemaNode node) =>
        node.Boolean == false || node.Types != JsonTypes.None || node.Const is not null || node.Enum is not null
        || HasInPlace(node) || TypedCheckEmitter.HasGroup(node, JsonTypes.String) || TypedCheckEmitter.HasGroup(node, JsonTypes.Number)
        || TypedCheckEmitter.HasGroup(node, JsonTypes.Array) || TypedCheckEmitter.HasGroup(node, JsonTypes.Object);

    /// <summary>Whether other subschemas are evaluated on the same value.</summary>
    public static bool HasInPlace(SchemaNode node) =>
        node.Ref is not null || node.DynamicRef is not null || node.AllOf.Count > 0 || node.AnyOf.Count > 0 || node.OneOf.Count > 0 || node.Not is not null || (node.If is not null && (node.Then ?? node.Else) is not null);

    /// <summary>The private method that checks a subschema.</summary>
    public CSharpIdentifier Method(SchemaNode node) => scope.Method("Check", node.Pointer, (writer, name) =>
    {
        writer.Line($"// {XmlDocText.Of(node.Pointer)}");
        writer.Line($"private static bool {name}<TSink>(ref {CSharpTypes.Reader} reader, TSink at)");
        writer.Line($"    where TSink : struct, global::Parley.IFailureSink<TSink>");
        using (writer.Block())
        {
            Body(writer, node);
            writer.Blank();
            writer.Line($"return true;");
        }
    });

    private static void Require(CodeWriter writer, CSharpCode call)
    {
        writer.Line($"if (!{call}) return false;");
    }

    private static CSharpCode Call(SchemaNode node) =>
        Called(node) is { } target
            ? CSharpCode.Of($"{CSharpTypes.DeclarationOf(target.Reference)}.Check(ref reader, at.At({CSharpLiteral.String(target.Pointer)}))")
            : default;

    private static (TypeReference Reference, string Pointer)? Called(SchemaNode node)
    {
        if (node.Declaration is { } declaration)
            return (declaration, node.Pointer);
        return OnlyReference(node) is { } only ? (only.Target, node.Pointer + "/" + only.Keyword) : null;
    }

    // A verdict needs no place.
    private static CSharpCode Entered(CSharpCode sink, string pointer) =>
        sink.Text == "at" ? CSharpCode.Of($"at.At({CSharpLiteral.String(pointer)})") : sink;

    private static bool IsLong(SchemaNode node) =>
        node.Boolean is null && (HasInPlace(node) || TypedCheckEmitter.HasGroup(node, JsonTypes.Array) || TypedCheckEmitter.HasGroup(node, JsonTypes.Object));
}
