using Parley.Schema.Model;

namespace Parley.Generator.Emit;

/// <summary>Names of output files. Made from C# names, which are unique without regard to case and hold nothing that a file system refuses.</summary>
internal static class HintNames
{
    /// <summary>The file of a schema: its folders as namespaces are spelled, then its first type, such as <c>SmsSessions/AcceptRequest.g.cs</c>.</summary>
    public static string Of(SchemaModel file) => Of(file.Path, file.Namespace, file.Types[0].Name);

    /// <summary>A file beside a source file.</summary>
    /// <param name="path">Logical path of the source file.</param>
    /// <param name="namespaceName">Namespace of its types.</param>
    /// <param name="typeName">The type that the file is named after.</param>
    public static string Of(string path, string namespaceName, string typeName)
    {
        // Each folder of the path gave the namespace its last parts.
        var folders = path.Split('/').Count(static segment => segment.Length > 0) - 1;
        var parts = namespaceName.Split('.');
        var area = string.Concat(parts.Skip(Math.Max(0, parts.Length - folders)).Select(static part => part + "/"));
        return area + typeName + ".g.cs";
    }
}
