using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Types;

/// <summary>A string of which some texts are known: a struct around the text, and beside it the class that reads, checks and writes it.</summary>
internal static class OpenEnumEmitter
{
    public static void Write(CodeWriter writer, DeclarationScope scope)
    {
        var type = scope.Type;
        var name = CSharpIdentifier.Of(type.Name);
        var companion = CSharpIdentifier.Of(CSharpTypes.CompanionName(type.Name));
        var shape = type.Schema.Shape;
        var value = CSharpTypes.Of(shape);

        Documentation.Type(writer, scope.File, type);
        Documentation.Obsolete(writer, type.Schema);
        writer.Line($"{GeneratedFile.GeneratedCodeAttribute}");
        if (!CSharpTypes.IsNullable(shape))
            writer.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof(global::Parley.JsonDeclarationConverter<{companion}, {name}>))]");
        using (writer.Block($"public readonly partial record struct {name}"))
            Members(writer, type.Schema, name);

        writer.Blank();
        writer.Line($"/// <summary>Reads, checks and writes <see cref=\"{name}\"/>.</summary>");
        writer.Line($"{GeneratedFile.GeneratedCodeAttribute}");
        using (writer.Block($"public sealed class {companion} : global::Parley.JsonDeclaration<{companion}, {value}>, global::Parley.IJsonDeclaration<{value}>"))
        {
            using (writer.Block($"private {companion}()"))
            {
            }

            writer.Blank();
            Read(writer, shape, name, value);
            DeclarationCheckEmitter.Write(writer, scope);
            WriteMethod(writer, shape, value);
            scope.WritePrivateMembers(writer);
        }
    }

    private static void Members(CodeWriter writer, SchemaNode schema, CSharpIdentifier name)
    {
        var entries = schema.KnownTexts.Zip(schema.EnumMembers, static (text, member) => (Text: text, Member: CSharpIdentifier.Of(member))).ToArray();
        writer.Line($$"""
            private readonly string? _text;

            /// <summary>A value by its text on the wire, known or not.</summary>
            public {{name}}(string text) => _text = text ?? throw new global::System.ArgumentNullException(nameof(text));

            /// <summary>The text on the wire; empty for <c>default</c>.</summary>
            public string Text => _text ?? "";

            /// <summary>Whether the schema lists the text.</summary>
            public bool IsKnown => Text is {{CSharpCode.Join(CSharpCode.Of($" or "), entries.Select(static entry => (CSharpCode)CSharpLiteral.String(entry.Text)))}};

            /// <summary>Whether the texts are the same.</summary>
            public bool Equals({{name}} other) => string.Equals(Text, other.Text, global::System.StringComparison.Ordinal);

            /// <inheritdoc/>
            public override int GetHashCode() => global::System.StringComparer.Ordinal.GetHashCode(Text);

            /// <summary>The text.</summary>
            public override string ToString() => Text;
            """);
        foreach (var (text, member) in entries)
        {
            writer.Blank();
            writer.Code(DocComment.NamedSummary("value", text));
            writer.Line($"public static {name} {member} => new(Texts.{member});");
        }

        writer.Blank();
        writer.Line($"/// <summary>The texts that the schema lists, for <c>switch</c>.</summary>");
        using (writer.Block($"public static class Texts"))
        {
            foreach (var (text, member) in entries)
            {
                writer.Code(DocComment.NamedSummary("value", text));
                writer.Line($"public const string {member} = {CSharpLiteral.String(text)};");
                writer.Blank();
            }
        }
    }

    private static void Read(CodeWriter writer, Shape shape, CSharpIdentifier name, CSharpCode value)
    {
        EntryPointEmitter.Plumbing(writer);
        using (writer.Block($"public static bool Read(ref {CSharpTypes.Reader} reader, out {value} value)"))
        {
            writer.Line($"value = default;");
            writer.Line($"var ahead = reader;");
            writer.Line($"if (!Check(ref ahead, {CSharpTypes.Verdict})) return false;");
            if (CSharpTypes.IsNullable(shape))
                writer.Line($"if (reader.TokenType == {CSharpTypes.Token}.Null) return true;");
            writer.Line($"value = new {name}(reader.GetString()!);");
            writer.Line($"return true;");
        }
    }

    private static void WriteMethod(CodeWriter writer, Shape shape, CSharpCode value)
    {
        writer.Blank();
        writer.Line($"/// <inheritdoc/>");
        using (writer.Block($"public static void Write({CSharpTypes.Writer} writer, {value} value)"))
            writer.Line($"{(CSharpTypes.IsNullable(shape) ? CSharpCode.Of($"writer.WriteStringValue(value?.Text);") : CSharpCode.Of($"writer.WriteStringValue(value.Text);"))}");
    }
}
