using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Types;

/// <summary>Documentation comments of emitted code.</summary>
internal static class Documentation
{
    /// <summary>A type: what the schema says it is, and where that stands.</summary>
    public static void Type(CodeWriter writer, SchemaModel file, TypeModel type)
    {
        writer.Code(TextOf(type.Schema) is { } text ? DocComment.Summary(text) : DocComment.NamedSummary("type", type.Name));
        writer.Line($"/// <remarks>Schema <c>{XmlDocText.Of(file.Path)}</c> at <c>{XmlDocText.Of(type.Schema.Pointer)}</c>.</remarks>");
    }

    /// <summary>A property: its name on the wire, and what the schema says it is.</summary>
    public static void Property(CodeWriter writer, PropertyNode property)
    {
        var member = DocComment.NamedSummary("member", property.Name);
        if (TextOf(property.Schema) is not { } text)
        {
            writer.Code(member);
            return;
        }

        writer.Code(DocComment.Summary(text));
        writer.Line($"/// <remarks><c>{XmlDocText.Of(property.Schema.Pointer)}</c></remarks>");
    }

    /// <summary>Marks what the schema calls deprecated.</summary>
    public static void Obsolete(CodeWriter writer, SchemaNode schema)
    {
        if (schema.Deprecated)
            writer.Line($"[global::System.Obsolete(\"The schema calls it deprecated.\")]");
    }

    // What is blank in a comment says nothing: the title stands in for such a description, and the name for such a title.
    private static string? TextOf(SchemaNode schema) =>
        new[] { schema.Description, schema.Title }.FirstOrDefault(static text => text is not null && XmlDocText.Of(text).Text.Length > 0);
}
