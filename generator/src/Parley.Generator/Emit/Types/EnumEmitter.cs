using System.Text;
using Parley.Generator.Emit.Validation;
using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Types;

/// <summary>A list of strings: an enum, and beside it the class that reads, checks and writes its values.</summary>
internal static class EnumEmitter
{
    public static void Write(CodeWriter writer, DeclarationScope scope)
    {
        var type = scope.Type;
        var name = CSharpIdentifier.Of(type.Name);
        var companion = CSharpIdentifier.Of(CSharpTypes.CompanionName(type.Name));
        var value = CSharpTypes.IsNullable(type.Schema.Shape) ? CSharpCode.Of($"{name}?") : CSharpCode.Of($"{name}");
        var entries = Entries(type.Schema);

        Documentation.Type(writer, scope.File, type);
        Documentation.Obsolete(writer, type.Schema);
        writer.Line($"{GeneratedFile.GeneratedCodeAttribute}");
        if (!CSharpTypes.IsNullable(type.Schema.Shape))
            writer.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof(global::Parley.JsonDeclarationConverter<{companion}, {name}>))]");
        using (writer.Block($"public enum {name}"))
        {
            foreach (var (text, member) in entries)
            {
                writer.Code(DocComment.NamedSummary("value", text));
                writer.Line($"{member},");
                writer.Blank();
            }
        }

        writer.Blank();
        writer.Line($"/// <summary>Reads, checks and writes <see cref=\"{name}\"/>.</summary>");
        writer.Line($"{GeneratedFile.GeneratedCodeAttribute}");
        using (writer.Block($"public sealed class {companion} : global::Parley.IJsonDeclaration<{value}>"))
        {
            using (writer.Block($"private {companion}()"))
            {
            }

            writer.Blank();
            EntryPointEmitter.Write(writer, companion, value, isRecord: false);
            Text(writer, name, entries);
            Read(writer, scope, value, entries);
            DeclarationCheckEmitter.Write(writer, scope);
            WriteMethod(writer, type.Schema.Shape, value);
            scope.WritePrivateMembers(writer);
        }
    }

    private static (string Text, CSharpIdentifier Member)[] Entries(SchemaNode schema) =>
        [.. schema.Enum!.Value
            .Select(static (json, i) => (Constant: new JsonConstant(json), Index: i))
            .Where(static entry => entry.Constant.IsString)
            .Select(entry => (entry.Constant.Text, CSharpIdentifier.Of(schema.EnumMembers[entry.Index])))];

    private static void Text(CodeWriter writer, CSharpIdentifier name, (string Text, CSharpIdentifier Member)[] entries)
    {
        writer.Line($"/// <summary>The value's text on the wire.</summary>");
        writer.Line($"/// <exception cref=\"global::System.ArgumentOutOfRangeException\">The value is none of the enum's members.</exception>");
        using (writer.Block($"public static string ToText({name} value) => value switch", $"}};"))
        {
            foreach (var (text, member) in entries)
                writer.Line($"{name}.{member} => {CSharpLiteral.String(text)},");
            writer.Line($"_ => throw new global::System.ArgumentOutOfRangeException(nameof(value)),");
        }
    }

    private static void Read(CodeWriter writer, DeclarationScope scope, CSharpCode value, (string Text, CSharpIdentifier Member)[] entries)
    {
        var schema = scope.Type.Schema;
        EntryPointEmitter.Plumbing(writer);
        using (writer.Block($"public static bool Read(ref {CSharpTypes.Reader} reader, out {value} value)"))
        {
            writer.Line($"value = default;");
            if (HasMoreRules(schema))
            {
                writer.Line($"var ahead = reader;");
                writer.Line($"if (!Check(ref ahead, {CSharpTypes.Verdict}))");
                writer.Line($"    return false;");
            }

            if (CSharpTypes.IsNullable(schema.Shape))
            {
                writer.Line($"if (reader.TokenType == {CSharpTypes.Token}.Null)");
                writer.Line($"    return true;");
            }

            writer.Line($"if (reader.TokenType != {CSharpTypes.Token}.String)");
            writer.Line($"    return false;");
            Dispatch(writer, scope, value, entries);
        }
    }

    private static bool HasMoreRules(SchemaNode schema) =>
        ValueCheckEmitter.HasInPlace(schema) || schema.Const is not null || TypedCheckEmitter.HasGroup(schema, JsonTypes.String);

    private static void Dispatch(CodeWriter writer, DeclarationScope scope, CSharpCode value, (string Text, CSharpIdentifier Member)[] entries)
    {
        var name = CSharpIdentifier.Of(scope.Type.Name);
        var find = scope.Method("Find", scope.Type.Schema.Pointer, (w, method) => WriteFind(w, method, name, value, entries));
        var room = Math.Max(6, 6 * entries.Max(static entry => Encoding.UTF8.GetByteCount(entry.Text)));
        writer.Blank();
        using (writer.Block($"if (reader.ValueIsEscaped)"))
        {
            if (room <= 1024)
                writer.Line($"global::System.Span<byte> scratch = stackalloc byte[{room}];");
            else
                writer.Line($"global::System.Span<byte> scratch = new byte[{room}];");
            writer.Line($"var length = global::Parley.StringChecks.Unescape(ref reader, scratch);");
            writer.Line($"return length >= 0 && {find}(scratch.Slice(0, length), out value);");
        }

        writer.Blank();
        writer.Line($"return {find}(reader.ValueSpan, out value);");
    }

    private static void WriteFind(CodeWriter writer, CSharpIdentifier method, CSharpIdentifier name, CSharpCode value, (string Text, CSharpIdentifier Member)[] entries)
    {
        writer.Line($"private static bool {method}(global::System.ReadOnlySpan<byte> text, out {value} value)");
        using var body = writer.Block();
        writer.Line($"value = default;");
        using (writer.Block($"switch (text.Length)"))
        {
            foreach (var group in entries.GroupBy(static entry => Encoding.UTF8.GetByteCount(entry.Text)).OrderBy(static group => group.Key))
            {
                writer.Line($"case {group.Key}:");
                using (writer.Indent())
                {
                    foreach (var entry in group)
                    {
                        using (writer.Block($"if (global::System.MemoryExtensions.SequenceEqual(text, {CSharpLiteral.Utf8(entry.Text)}))"))
                        {
                            writer.Line($"value = {name}.{entry.Member};");
                            writer.Line($"return true;");
                        }

                        writer.Blank();
                    }

                    writer.Line($"break;");
                }
            }
        }

        writer.Blank();
        writer.Line($"return false;");
    }

    private static void WriteMethod(CodeWriter writer, Shape shape, CSharpCode value)
    {
        writer.Blank();
        writer.Line($"/// <inheritdoc/>");
        using (writer.Block($"public static void Write({CSharpTypes.Writer} writer, {value} value)"))
        {
            if (CSharpTypes.IsNullable(shape))
            {
                writer.Line($"if (value is {{ }} present)");
                writer.Line($"    writer.WriteStringValue(ToText(present));");
                writer.Line($"else");
                writer.Line($"    writer.WriteNullValue();");
            }
            else
            {
                writer.Line($"writer.WriteStringValue(ToText(value));");
            }
        }
    }
}
