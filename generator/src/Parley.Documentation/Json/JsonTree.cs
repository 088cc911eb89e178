using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SourceJson = Parley.Schema.Json.JsonNode;
using SourceKind = Parley.Schema.Json.JsonKind;

namespace Parley.Documentation.Json;

/// <summary>JSON on its way out: values of sources become trees without loss, and trees become the same bytes on every machine.</summary>
internal static class JsonTree
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        // Read by tools and people, never put into a page as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A value of a source file; numbers keep their text.</summary>
    public static JsonNode? From(SourceJson source) => source.Kind switch
    {
        SourceKind.Null => null,
        SourceKind.True => true,
        SourceKind.False => false,
        SourceKind.Number => JsonNode.Parse(source.Text),
        SourceKind.String => source.Text,
        SourceKind.Array => new JsonArray([.. source.Items.Select(From)]),
        _ => new JsonObject(source.Members.Select(static member => KeyValuePair.Create(member.Name, From(member.Value)))),
    };

    /// <summary>Strings as an array.</summary>
    public static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(static value => (JsonNode)value)]);

    /// <summary>Adds a member unless the value is null.</summary>
    public static void AddGiven(this JsonObject target, string name, JsonNode? value)
    {
        if (value is not null)
            target.Add(name, value);
    }

    /// <summary>Adds strings unless there are none.</summary>
    public static void AddGiven(this JsonObject target, string name, IReadOnlyCollection<string> values)
    {
        if (values.Count > 0)
            target.Add(name, Strings(values));
    }

    /// <summary>The text of a document, indented by two spaces, with <c>\n</c> after each line.</summary>
    public static string Write(JsonNode? document)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
        {
            if (document is null)
                writer.WriteNullValue();
            else
                document.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }
}
