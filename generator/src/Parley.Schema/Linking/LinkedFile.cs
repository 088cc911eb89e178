using Parley.Schema.Diagnostics;
using Parley.Schema.Naming;
using Parley.Schema.Reading;

namespace Parley.Schema.Linking;

/// <summary>An input file while it is linked.</summary>
internal sealed class LinkedFile
{
    public LinkedFile(SchemaDocument document, string rootNamespace)
    {
        Document = document;
        Diagnostics = new DiagnosticBag(document.File.Path, document.File.Text);
        var slash = Path.LastIndexOf('/');
        Folder = slash < 0 ? "" : Path.Substring(0, slash);
        Namespace = NamespaceOf(rootNamespace, Folder);
    }

    /// <summary>What was read; read once more when its dialect has fewer keywords.</summary>
    public SchemaDocument Document { get; set; }

    /// <summary>What linking found wrong.</summary>
    public DiagnosticBag Diagnostics { get; }

    public string Path => Document.File.Path;

    /// <summary>The folder of the path, without a slash at its end.</summary>
    public string Folder { get; }

    public string Namespace { get; }

    /// <summary>The base URI of the root: its <c>$id</c>, else the URI that the file was given, or null.</summary>
    public string? Uri { get; set; }

    /// <summary>Files that this one's references lead to.</summary>
    public List<LinkedFile> Uses { get; } = [];

    /// <summary>Whether one of <see cref="Uses"/>, or one that those use, has errors.</summary>
    public bool UsesBroken { get; set; }

    /// <summary>Whether nothing is emitted for it.</summary>
    public bool IsBroken => UsesBroken || Document.HasErrors || Diagnostics.HasErrors;

    /// <summary>The C# name of a type of this file.</summary>
    public string Qualify(string typeName) => Namespace.Length == 0 ? typeName : Namespace + "." + typeName;

    private static string NamespaceOf(string rootNamespace, string folder)
    {
        var name = rootNamespace;
        foreach (var segment in folder.Split('/'))
        {
            if (segment.Length > 0)
                name += (name.Length == 0 ? "" : ".") + Identifiers.Pascal(segment);
        }

        return name;
    }
}
