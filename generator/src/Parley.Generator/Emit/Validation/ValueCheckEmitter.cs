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

        if (IsOnlyReference(node))
        {
            Require(writer, Call(node));
            return;
        }

        new ApplicatorEmitter(scope, this).Write(writer, node);
        new TypedCheckEmitter(scope, this).Write(writer, node);
    }

    /// <summary>Passes a value that no keyword looks into.</summary>
    public static void Untyped(CodeWriter writer, string pointer) =>
        Require(writer, CSharpCode.Of($"global::Parley.UntypedValue.Skip(ref reader, {CSharpLiteral.String(pointer)}, at)"));

    /// <summary>Passes a value into which the subschema itself does not look. A part that applies to the same value with the same sink has walked it already.</summary>
    public static void Rest(CodeWriter writer, SchemaNode node)
    {
        if (node.Ref is not null || node.AllOf.Any(static part => part.Boolean is null))
            writer.Line($"reader.Skip();");
        else
            Untyped(writer, node.Pointer);
    }

    /// <summary>Whether a subschema is a <c>$ref</c> without anything beside it that asserts.</summary>
    public static bool IsOnlyReference(SchemaNode node) => node.Ref is not null && !HasAssertions(node with { Ref = null });

    /// <summary>Whether a subschema says anything about values.</summary>
    public static bool HasAssertions(SchemaNode node) =>
        node.Boolean == false || node.Ref is not null || node.Types != JsonTypes.None || node.Const is not null || node.Enum is not null
        || HasInPlace(node) || TypedCheckEmitter.HasGroup(node, JsonTypes.String) || TypedCheckEmitter.HasGroup(node, JsonTypes.Number)
        || TypedCheckEmitter.HasGroup(node, JsonTypes.Array) || TypedCheckEmitter.HasGroup(node, JsonTypes.Object);

    /// <summary>Whether other subschemas are evaluated on the same value.</summary>
    public static bool HasInPlace(SchemaNode node) =>
        node.Ref is not null || node.AllOf.Count > 0 || node.AnyOf.Count > 0 || node.OneOf.Count > 0 || node.Not is not null || (node.If is not null && (node.Then ?? node.Else) is not null);

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
        return IsOnlyReference(node) ? (node.Ref!, node.Pointer + "/$ref") : null;
    }

    // A verdict needs no place.
    private static CSharpCode Entered(CSharpCode sink, string pointer) =>
        sink.Text == "at" ? CSharpCode.Of($"at.At({CSharpLiteral.String(pointer)})") : sink;

    private static bool IsLong(SchemaNode node) =>
        node.Boolean is null && (HasInPlace(node) || TypedCheckEmitter.HasGroup(node, JsonTypes.Array) || TypedCheckEmitter.HasGroup(node, JsonTypes.Object));
}
