using Parley.Generator.Emit.Validation;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Types;

/// <summary>The <c>Check</c> of a declaration.</summary>
internal static class DeclarationCheckEmitter
{
    public static void Write(CodeWriter writer, DeclarationScope scope)
    {
        var schema = scope.Type.Schema;
        EntryPointEmitter.Plumbing(writer);
        writer.Line($"public static bool Check<TSink>(ref {CSharpTypes.Reader} reader, TSink sink)");
        Write(writer, scope, schema, new ValueCheckEmitter(scope).Body);
        if (!scope.Type.Evaluates)
            return;

        writer.Blank();
        writer.Line($"/// <summary>As <c>Check</c>; adds the members or items that the schema evaluates.</summary>");
        EntryPointEmitter.Hidden(writer);
        writer.Line($"public static bool Evaluate<TSink>(ref {CSharpTypes.Reader} reader, TSink sink, ref global::Parley.EvaluatedPositions evaluated)");
        Write(writer, scope, schema, new ValueCheckEmitter(scope).EvaluatingBody);
    }

    private static void Write(CodeWriter writer, DeclarationScope scope, SchemaNode schema, Action<CodeWriter, SchemaNode> rules)
    {
        writer.Line($"    where TSink : struct, global::Parley.IFailureSink<TSink>");
        using (writer.Block())
        {
            var body = new CodeWriter();
            rules(body, schema);
            var code = CSharpCode.Of(body);

            // A schema that allows anything reports nothing.
            if (code.Text.Contains("at.") || code.Text.Contains(", at)") || code.Text.Contains(", at,"))
                writer.Line($"var at = sink.In({CSharpLiteral.String(scope.File.Uri)}, {CSharpLiteral.String(schema.Pointer)});");
            writer.Code(code);
            writer.Blank();
            writer.Line($"return true;");
        }
    }
}
