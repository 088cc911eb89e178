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
        var texts = TextTableField.Of(scope, entries.Select(static entry => entry.Text));

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
        using (writer.Block($"public sealed class {companion} : global::Parley.JsonDeclaration<{companion}, {value}>, global::Parley.IJsonDeclaration<{value}>"))
        {
            using (writer.Block($"private {companion}()"))
            {
            }

            writer.Blank();
            Text(writer, name, texts);
            Read(writer, scope, name, value, texts);
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

    private static void Text(CodeWriter writer, CSharpIdentifier name, CSharpIdentifier texts)
    {
        writer.Line($"/// <summary>The value's text on the wire.</summary>");
        writer.Line($"/// <exception cref=\"global::System.ArgumentOutOfRangeException\">The value is none of the enum's members.</exception>");
        writer.Line($"public static string ToText({name} value) => {texts}[(int)value];");
    }

    // The members are numbered like the table's texts.
    private static void Read(CodeWriter writer, DeclarationScope scope, CSharpIdentifier name, CSharpCode value, CSharpIdentifier texts)
    {
        var schema = scope.Type.Schema;
        EntryPointEmitter.Plumbing(writer);
        using (writer.Block($"public static bool Read(ref {CSharpTypes.Reader} reader, out {value} value)"))
        {
            writer.Line($"value = default;");
            if (HasMoreRules(schema))
            {
                writer.Line($"var ahead = reader;");
                writer.Line($"if (!Check(ref ahead, {CSharpTypes.Verdict})) return false;");
            }

            if (CSharpTypes.IsNullable(schema.Shape))
                writer.Line($"if (reader.TokenType == {CSharpTypes.Token}.Null) return true;");
            var index = scope.Names.Camel("index");
            writer.Line($"var {index} = {texts}.IndexOf(ref reader);");
            writer.Line($"if ({index} < 0) return false;");
            writer.Line($"value = ({name}){index};");
            writer.Line($"return true;");
        }
    }

    private static bool HasMoreRules(SchemaNode schema) =>
        ValueCheckEmitter.HasInPlace(schema) || schema.Const is not null || TypedCheckEmitter.HasGroup(schema, JsonTypes.String);

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
