using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;

namespace Parley.Generator.Emit.Types;

/// <summary>Documentation comments of emitted code.</summary>
internal static class Documentation
{
    /// <summary>A type: what the schema says it is, and where that stands.</summary>
    public static void Type(CodeWriter writer, SchemaModel file, TypeModel type)
    {
        Summary(writer, type.Schema, type.Name);
        writer.Line($"/// <remarks>Schema <c>{XmlDocText.Of(file.Path)}</c> at <c>{XmlDocText.Of(type.Schema.Pointer)}</c>.</remarks>");
    }

    /// <summary>A property: what the schema says it is, and its name on the wire.</summary>
    public static void Property(CodeWriter writer, PropertyNode property)
    {
        Summary(writer, property.Schema, property.Name);
        writer.Line($"/// <remarks><c>{XmlDocText.Of(property.Schema.Pointer)}</c></remarks>");
    }

    /// <summary>Marks what the schema calls deprecated.</summary>
    public static void Obsolete(CodeWriter writer, SchemaNode schema)
    {
        if (schema.Deprecated)
            writer.Line($"[global::System.Obsolete(\"The schema calls it deprecated.\")]");
    }

    private static void Summary(CodeWriter writer, SchemaNode schema, string name)
    {
        var text = schema.Description ?? schema.Title;
        writer.Line($"/// <summary>{XmlDocText.Of(string.IsNullOrWhiteSpace(text) ? name : text!)}</summary>");
    }
}
