using Parley.Generator.Emit.Writing;

namespace Parley.Generator.Emit.Contracts;

/// <summary>Documentation comments from manifest texts.</summary>
internal static class Docs
{
    /// <summary>A summary.</summary>
    public static CSharpCode Summary(string text) => CSharpCode.Of($"/// <summary>{XmlDocText.Of(text)}</summary>");

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
