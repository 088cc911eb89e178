using Parley.Schema.Linking;
using Parley.Schema.Model;

namespace Parley.Schema.Contracts;

/// <summary>Collects the texts that make up a contract.</summary>
internal static class SourceCollector
{
    /// <summary>The manifest and every file that it reaches, by path ordinal.</summary>
    public static EquatableArray<SourceModel> Collect(LinkedFile manifest)
    {
        var reached = new HashSet<LinkedFile> { manifest };
        var pending = new Stack<LinkedFile>(reached);
        while (pending.Count > 0)
        {
            foreach (var used in pending.Pop().Uses)
            {
                if (reached.Add(used))
                    pending.Push(used);
            }
        }

        var sources = reached.Select(static file => new SourceModel(file.Path, Normalize(file.Document.File.Text))).ToList();
        sources.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return new EquatableArray<SourceModel>(sources);
    }

    private static string Normalize(string text) => text.TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n');
}
