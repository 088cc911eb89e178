using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Parley.Documentation.Html;

/// <summary>
/// Collects the literals and holes of <see cref="HtmlMarkup.Of"/>. It follows the literals to know where a hole stands: between tags text is encoded,
/// inside a tag a hole must be the whole value of an attribute in double quotes, or begin it.
/// </summary>
[InterpolatedStringHandler]
internal readonly struct HtmlInterpolation(int literalLength, int formattedCount)
{
    private readonly StringBuilder _markup = new(literalLength + (formattedCount * 16));

    private bool IsInsideTag
    {
        get
        {
            for (var i = _markup.Length - 1; i >= 0; i--)
            {
                if (_markup[i] is '<' or '>')
                    return _markup[i] == '<';
            }

            return false;
        }
    }

    public void AppendLiteral(string literal) => _markup.Append(literal);

    public void AppendFormatted(HtmlMarkup markup)
    {
        if (IsInsideTag)
            throw new InvalidOperationException($"Markup cannot stand inside a tag: {_markup}");
        _markup.Append(markup);
    }

    public void AppendFormatted(IEnumerable<HtmlMarkup> pieces) => AppendFormatted(HtmlMarkup.Join(pieces));

    public void AppendFormatted(int number) => _markup.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(double number) => _markup.Append(number.ToString("0.#", CultureInfo.InvariantCulture));

    public void AppendFormatted(string text)
    {
        if (!IsInsideTag)
        {
            _markup.Append(HtmlEncoding.Text(text));
            return;
        }

        if (!IsInsideQuotes())
            throw new InvalidOperationException($"A value inside a tag stands in double quotes: {_markup}");
        _markup.Append(HtmlEncoding.Attribute(text));
    }

    public string ToMarkup() => _markup.ToString();

    // Encoded values hold no quotes, so every one since the tag began is a literal's.
    private bool IsInsideQuotes()
    {
        var quotes = 0;
        for (var i = _markup.Length - 1; i >= 0 && _markup[i] != '<'; i--)
        {
            if (_markup[i] == '"')
                quotes++;
        }

        return quotes % 2 == 1;
    }
}
