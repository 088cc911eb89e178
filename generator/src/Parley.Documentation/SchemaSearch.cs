using Parley.Schema.Linking;

namespace Parley.Documentation;

/// <summary>Finds subschemas by their place.</summary>
internal static class SchemaSearch
{
    /// <summary>The subschema at a pointer that is known to lead to one.</summary>
    public static SchemaPlace Find(ContractFolder folder, string path, string pointer)
    {
        var schema = folder.Document(path).Schema!;
        while (schema.Pointer != pointer)
            schema = schema.Children.First(child => child.Pointer == pointer || pointer.StartsWith(child.Pointer + "/", StringComparison.Ordinal));
        return new SchemaPlace(path, schema);
    }
}
