namespace Parley.Generator.Emit.Writing;

/// <summary>Documentation comments from texts of schemas and manifests.</summary>
internal static class DocComment
{
    /// <summary>A summary.</summary>
    public static CSharpCode Summary(string text) => CSharpCode.Of($"/// <summary>{XmlDocText.Of(text)}</summary>");

    /// <summary>The summary of something that no text describes: what it is, and its name where one can be seen.</summary>
    public static CSharpCode NamedSummary(string kind, string name)
    {
        var visible = XmlDocText.Of(name);
        return visible.Text.Length == 0
            ? Summary($"The {kind} without a visible character.")
            : CSharpCode.Of($"/// <summary>{XmlDocText.Of($"The {kind}")} <c>{visible}</c>.</summary>");
    }

    /// <summary>A summary, and remarks when there are any. Each remark is a paragraph.</summary>
    public static CSharpCode SummaryAndRemarks(string summary, IEnumerable<string?> remarks)
    {
        var paragraphs = remarks
            .Where(static remark => !string.IsNullOrWhiteSpace(remark))
            .Select(static remark => CSharpCode.Of($"/// <para>{XmlDocText.Of(remark!)}</para>"))
            .ToList();
        return paragraphs.Count == 0
            ? Summary(summary)
            : CSharpCode.Of(
                $"""
                {Summary(summary)}
                /// <remarks>
                {CSharpCode.Join(CSharpCode.Of($"\n"), paragraphs)}
                /// </remarks>
                """);
    }
}
