using System.Text;

namespace Parley.Generator.Emit.Writing;

/// <summary>
/// Writes C# line by line: indents with tabs, because most lines of emitted code stand deep; ends lines with <c>\n</c> on every host, leaves no white space on blank lines.
/// Takes only <see cref="CodeInterpolation"/>, so everything from a schema arrives as a typed fragment.
/// </summary>
internal sealed class CodeWriter
{
    private const int IndentSize = 4;
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _blankPending;

    /// <summary>Writes one line, or all lines of a multi-line raw string, at the current depth.</summary>
    public void Line(CodeInterpolation code) => Append(code.ToText());

    /// <summary>Writes composed code at the current depth; nothing when it is empty.</summary>
    public void Code(CSharpCode code)
    {
        if (!code.IsEmpty)
            Append(code.Text);
    }

    /// <summary>Leaves one blank line before the next line, unless that would be the first of a block or the last.</summary>
    public void Blank() => _blankPending = true;

    /// <summary>Writes a header line and <c>{</c>; disposing writes <c>}</c>.</summary>
    public Scope Block(CodeInterpolation header)
    {
        Append(header.ToText());
        return Open("{", "}");
    }

    /// <summary>As <see cref="Block(CodeInterpolation)"/> with something after the closing brace, such as <c>};</c>.</summary>
    public Scope Block(CodeInterpolation header, CodeInterpolation close)
    {
        Append(header.ToText());
        return Open("{", close.ToText());
    }

    /// <summary>Writes <c>{</c>; disposing writes <c>}</c>.</summary>
    public Scope Block() => Open("{", "}");

    /// <summary>Indents until disposed.</summary>
    public Scope Indent()
    {
        _depth++;
        return new Scope(this, "");
    }

    /// <summary>What was written.</summary>
    public override string ToString() => _text.ToString();

    private Scope Open(string open, string close)
    {
        Append(open);
        _depth++;
        return new Scope(this, close);
    }

    private void Close(string close)
    {
        _depth--;
        _blankPending = false;
        if (close.Length > 0)
            Append(close);
    }

    private void Append(string text)
    {
        if (_blankPending && _text.Length > 0 && !EndsWithOpening())
            _text.Append('\n');
        _blankPending = false;

        var start = 0;
        while (start <= text.Length)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            AppendOneLine(text, start, end);
            start = end + 1;
        }
    }

    private void AppendOneLine(string text, int start, int end)
    {
        while (end > start && text[end - 1] == ' ')
            end--;
        if (end > start)
        {
            // Templates are indented with spaces like the file that they stand in; what another writer has written, with tabs.
            var (first, tabs, spaces) = (start, 0, 0);
            for (; text[first] is ' ' or '\t'; first++)
                _ = text[first] == '\t' ? tabs++ : spaces++;
            _text.Append('\t', _depth + tabs + (spaces / IndentSize)).Append(' ', spaces % IndentSize).Append(text, first, end - first);
        }

        _text.Append('\n');
    }

    private bool EndsWithOpening() => _text.Length >= 2 && _text[_text.Length - 2] == '{' && (_text.Length == 2 || _text[_text.Length - 3] is ' ' or '\n');

    /// <summary>An open block.</summary>
    public readonly struct Scope(CodeWriter writer, string close) : IDisposable
    {
        /// <summary>Closes the block.</summary>
        public void Dispose() => writer.Close(close);
    }
}
