using System.Text;
using Parley.Documentation.Json;
using SourceJson = Parley.Schema.Json.JsonNode;

namespace Parley.Documentation.Markdown;

/// <summary>A Markdown text while it is written; lines end with <c>\n</c>.</summary>
internal sealed class MarkdownText
{
    private readonly StringBuilder _text = new();

    /// <summary>A line, or an empty one.</summary>
    public MarkdownText Line(string line = "")
    {
        _text.Append(line).Append('\n');
        return this;
    }

    /// <summary>A place that links can lead to, whatever the heading behind it says.</summary>
    public MarkdownText Anchor(string id) => Line($"<a id=\"{id}\"></a>").Line();

    /// <summary>A paragraph of Markdown, unless it is null.</summary>
    public MarkdownText Paragraph(string? markdown) =>
        markdown is null ? this : Line(markdown.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')).Line();

    /// <summary>A row of a table.</summary>
    public MarkdownText Row(params IEnumerable<string> cells) => Line("| " + string.Join(" | ", cells.Select(Texts.Cell)) + " |");

    /// <summary>The head of a table.</summary>
    public MarkdownText Head(params string[] cells) => Row(cells).Row(cells.Select(static _ => "---"));

    /// <summary>A value as a block of code.</summary>
    public MarkdownText Code(SourceJson value)
    {
        var json = JsonTree.Write(JsonTree.From(value));
        // A string may hold a fence of its own.
        var fence = "```";
        while (json.Contains(fence, StringComparison.Ordinal))
            fence += "`";
        _text.Append(fence).Append("json\n").Append(json).Append(fence).Append("\n\n");
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString().TrimEnd('\n') + "\n";
}
