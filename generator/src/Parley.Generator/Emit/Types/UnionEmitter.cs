using Parley.Generator.Emit.Validation;
using Parley.Generator.Emit.Writing;

namespace Parley.Generator.Emit.Types;

/// <summary>One of several records or unions, told apart by a member's constants: a closed class around the one that it is.</summary>
internal static class UnionEmitter
{
    public static void Write(CodeWriter writer, DeclarationScope scope)
    {
        var type = scope.Type;
        var name = CSharpIdentifier.Of(type.Name);
        var value = CSharpTypes.IsNullable(type.Schema.Shape) ? CSharpCode.Of($"{name}?") : CSharpCode.Of($"{name}");
        var members = new UnionMembers(type);

        Documentation.Type(writer, scope.File, type);
        Documentation.Obsolete(writer, type.Schema);
        writer.Line($"{GeneratedFile.GeneratedCodeAttribute}");
        writer.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof(global::Parley.JsonTypeConverter<{name}>))]");
        writer.Line($"public sealed partial record {name} : global::Parley.IJsonType<{name}>, global::Parley.IJsonDeclaration<{value}>");
        using (writer.Block())
        {
            Construction(writer, name, members);
            Match(writer, members);
            EntryPointEmitter.Write(writer, name, value);
            Read(writer, scope, value, members);
            DeclarationCheckEmitter.Write(writer, scope);
            WriteMethods(writer, scope, value, members);
            scope.WritePrivateMembers(writer);
        }
    }

    private static void Construction(CodeWriter writer, CSharpIdentifier name, UnionMembers members)
    {
        writer.Line($"private {name}(object alternative) => {members.Value} = alternative;");
        writer.Blank();
        writer.Line($"/// <summary>What it is, for <c>switch</c> and <c>is</c>: {members.List()}.</summary>");
        writer.Line($"public object {members.Value} {{ get; }}");
        foreach (var alternative in members.Alternatives)
        {
            writer.Blank();
            writer.Line($"/// <summary>The alternative <see cref=\"{alternative.Type}\"/>.</summary>");
            // As an object, else the conversion would call itself for the constructor that copies.
            writer.Line($"public static implicit operator {name}({alternative.Type} value) => new((object?)value ?? throw new global::System.ArgumentNullException(nameof(value)));");
        }

        foreach (var (from, by) in members.Conversions)
        {
            // C# takes one conversion of a type's own at a time.
            writer.Blank();
            writer.Line($"/// <summary>The alternative <see cref=\"{by}\"/>, as a <see cref=\"{from}\"/>.</summary>");
            writer.Line($"public static implicit operator {name}({from} value) => ({by})value;");
        }

        writer.Blank();
    }

    private static void Match(CodeWriter writer, UnionMembers members)
    {
        writer.Line($"/// <summary>Makes something of whatever it is. A new alternative in the schema is a new parameter here, so that no place forgets it.</summary>");
        var functions = members.Alternatives.Select(static alternative => CSharpCode.Of($"global::System.Func<{alternative.Type}, TResult> {alternative.Parameter}"));
        using (writer.Block($"public TResult {members.Match}<TResult>({CSharpCode.Join(CSharpCode.Of($", "), [.. functions])}) => {members.Value} switch", $"}};"))
            Arms(writer, members);

        writer.Blank();
        writer.Line($"/// <summary>Does something with whatever it is.</summary>");
        var actions = members.Alternatives.Select(static alternative => CSharpCode.Of($"global::System.Action<{alternative.Type}> {alternative.Parameter}"));
        using (writer.Block($"public void {members.Switch}({CSharpCode.Join(CSharpCode.Of($", "), [.. actions])})"))
        {
            using (writer.Block($"switch ({members.Value})"))
            {
                foreach (var alternative in members.Alternatives)
                {
                    writer.Line($"case {alternative.Type} chosen:");
                    writer.Line($"    {alternative.Parameter}(chosen);");
                    writer.Line($"    break;");
                }
            }
        }

        writer.Blank();
    }

    private static void Arms(CodeWriter writer, UnionMembers members)
    {
        foreach (var alternative in members.Alternatives)
            writer.Line($"{alternative.Type} chosen => {alternative.Parameter}(chosen),");
        writer.Line($"_ => throw new global::System.Diagnostics.UnreachableException(),");
    }

    private static void Read(CodeWriter writer, DeclarationScope scope, CSharpCode value, UnionMembers members)
    {
        var schema = scope.Type.Schema;
        EntryPointEmitter.Plumbing(writer);
        writer.Line($"public static bool Read(ref {CSharpTypes.Reader} reader, [global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out {value} value)");
        using (writer.Block())
        {
            writer.Line($"value = null;");
            if (!UnionCheckEmitter.IsOnlyUnion(schema))
            {
                writer.Line($"var ahead = reader;");
                writer.Line($"if (!Check(ref ahead, {CSharpTypes.Verdict}))");
                writer.Line($"    return false;");
            }

            writer.Line($"var choice = reader;");
            using (writer.Block($"switch ({new UnionCheckEmitter(scope, new ValueCheckEmitter(scope), marks: false).Choose(schema)}(ref choice))"))
            {
                foreach (var alternative in members.Alternatives)
                {
                    writer.Line($"case {alternative.Index}:");
                    using (writer.Block())
                    {
                        writer.Line($"if (!{alternative.Declaration}.Read(ref reader, out var chosen))");
                        writer.Line($"    return false;");
                        if (alternative.IsNullable)
                        {
                            writer.Line($"if (chosen is null)");
                            writer.Line($"    return {CSharpLiteral.Boolean(CSharpTypes.IsNullable(schema.Shape))};");
                        }

                        writer.Line($"value = chosen;");
                        writer.Line($"return true;");
                    }
                }

                if (members.NullIndex >= 0 && CSharpTypes.IsNullable(schema.Shape))
                {
                    writer.Line($"case {members.NullIndex}:");
                    writer.Line($"    return true;");
                }

                writer.Line($"default:");
                writer.Line($"    return false;");
            }
        }
    }

    private static void WriteMethods(CodeWriter writer, DeclarationScope scope, CSharpCode value, UnionMembers members)
    {
        writer.Blank();
        writer.Line($"/// <inheritdoc/>");
        using (writer.Block($"public void WriteTo({CSharpTypes.Writer} writer)"))
        {
            using (writer.Block($"switch ({members.Value})"))
            {
                foreach (var alternative in members.Alternatives)
                {
                    writer.Line($"case {alternative.Type} chosen:");
                    writer.Line($"    chosen.WriteTo(writer);");
                    writer.Line($"    break;");
                }
            }
        }

        RecordWriteEmitter.WriteDeclaration(writer, scope.Type.Schema.Shape, value);
    }
}
