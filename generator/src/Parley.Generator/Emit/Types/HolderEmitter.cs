using Parley.Generator.Emit.Writing;

namespace Parley.Generator.Emit.Types;

/// <summary>A declaration whose values have a C# type of their own already, such as a string with rules: a class that reads, checks and writes them.</summary>
internal static class HolderEmitter
{
    public static void Write(CodeWriter writer, DeclarationScope scope)
    {
        var type = scope.Type;
        var name = CSharpIdentifier.Of(type.Name);
        var value = CSharpTypes.Of(type.Schema.Shape);

        Documentation.Type(writer, scope.File, type);
        Documentation.Obsolete(writer, type.Schema);
        writer.Line($"{GeneratedFile.GeneratedCodeAttribute}");
        writer.Line($"public sealed class {name} : global::Parley.JsonDeclaration<{name}, {value}>, global::Parley.IJsonDeclaration<{value}>");
        using (writer.Block())
        {
            Members(writer, scope, name, value);
            scope.WritePrivateMembers(writer);
        }
    }

    private static void Members(CodeWriter writer, DeclarationScope scope, CSharpIdentifier name, CSharpCode value)
    {
        using (writer.Block($"private {name}()"))
        {
        }

        writer.Blank();
        EntryPointEmitter.Plumbing(writer);
        using (writer.Block($"public static bool Read(ref {CSharpTypes.Reader} reader, [global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out {value} value)"))
        {
            writer.Line($"value = default;");
            new ValueReadEmitter(scope).Into(writer, scope.Type.Schema, CSharpIdentifier.Of("value"));
            writer.Line($"return true;");
        }

        DeclarationCheckEmitter.Write(writer, scope);
        writer.Blank();
        writer.Line($"/// <inheritdoc/>");
        using (writer.Block($"public static void Write({CSharpTypes.Writer} writer, {value} value)"))
            ValueWriteEmitter.Value(writer, scope.Type.Schema.Shape, CSharpCode.Of($"value"));
    }
}
