using Parley.Schema.Linking;
using Parley.Schema.Model;
using Parley.Schema.Reading;

namespace Parley.Schema.Tests;

/// <summary>Short ways to read and link texts.</summary>
internal static class Load
{
    public static LinkResult All(IEnumerable<SchemaFile> files, string rootNamespace = "Root") =>
        SchemaSet.Load(files, rootNamespace, TestContext.Current.CancellationToken);

    public static LinkResult Files(params (string Path, string Text)[] files) =>
        All(files.Select(file => new SchemaFile(file.Path, file.Text)));

    /// <summary>Links one schema file and expects no diagnostics.</summary>
    public static SchemaModel Schema(string text, string path = "thing.schema.json") => Assert.Single(Clean(Files((path, text))).Schemas);

    /// <summary>The root of one schema file without diagnostics.</summary>
    public static SchemaNode Root(string text) => Schema(text).Types[0].Schema;

    /// <summary>Expects no diagnostics.</summary>
    public static LinkResult Clean(LinkResult result)
    {
        Assert.Empty(result.Diagnostics.Select(diagnostic => diagnostic.ToString()));
        return result;
    }

    /// <summary>Expects exactly these diagnostics, given as <c>path(line,column) id</c>.</summary>
    public static LinkResult Expect(LinkResult result, params string[] expected)
    {
        Assert.Equal(
            expected,
            result.Diagnostics.Select(diagnostic => $"{diagnostic.Path}({diagnostic.Start.Line + 1},{diagnostic.Start.Column + 1}) {diagnostic.Id}"));
        return result;
    }
}
