using Parley.Generator.Emit.Validation;
using Parley.Generator.Emit.Writing;

namespace Parley.Generator.Emit.Types;

/// <summary>The <c>Check</c> of a declaration.</summary>
internal static class DeclarationCheckEmitter
{
    public static void Write(CodeWriter writer, DeclarationScope scope)
    {
        var schema = scope.Type.Schema;
        EntryPointEmitter.Plumbing(writer);
        writer.Line($"public static bool Check<TSink>(ref {CSharpTypes.Reader} reader, TSink sink)");
        writer.Line($"    where TSink : struct, global::Parley.IFailureSink<TSink>");
        using (writer.Block())
        {
            var body = new CodeWriter();
            new ValueCheckEmitter(scope).Body(body, schema);
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
