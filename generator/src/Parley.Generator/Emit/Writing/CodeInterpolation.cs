using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Parley.Generator.Emit.Writing;

/// <summary>
/// Takes interpolated strings apart. There is no overload for a bare string, so that text from a schema cannot reach C# by accident:
/// it must first become a literal, an identifier or documentation text.
/// </summary>
[InterpolatedStringHandler]
internal readonly ref struct CodeInterpolation
{
    private readonly StringBuilder _text;

    /// <summary>Called by the compiler.</summary>
    public CodeInterpolation(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>Text of the generator's own source.</summary>
    public void AppendLiteral(string text) => _text.Append(NamespaceAliases.Shorten(text.Replace("\r", "")));

    /// <summary>A literal.</summary>
    public void AppendFormatted(CSharpLiteral literal) => _text.Append(literal.Text);

    /// <summary>An identifier.</summary>
    public void AppendFormatted(CSharpIdentifier identifier) => _text.Append(identifier.Text);

    /// <summary>Documentation text.</summary>
    public void AppendFormatted(XmlDocText text) => _text.Append(text.Text);

    /// <summary>A number.</summary>
    public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Code. Lines after its first are indented like the line that it stands on.</summary>
    public void AppendFormatted(CSharpCode code)
    {
        if (code.Text.IndexOf('\n') < 0)
            _text.Append(code.Text);
        else
            _text.Append(code.Text.Replace("\n", "\n" + CurrentIndentation()));
    }

    /// <summary>The composed text.</summary>
    public string ToText() => _text.ToString();

    private string CurrentIndentation()
    {
        var start = _text.Length;
        while (start > 0 && _text[start - 1] != '\n')
            start--;
        var end = start;
        while (end < _text.Length && _text[end] is ' ' or '\t')
            end++;
        return _text.ToString(start, end - start);
    }
}
