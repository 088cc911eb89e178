namespace Parley.Documentation.Html;

/// <summary>A piece of HTML. It is made from literals of this library; whatever a contract says is encoded on its way in.</summary>
internal sealed class HtmlMarkup
{
    private readonly string _text;

    private HtmlMarkup(string text) => _text = text;

    /// <summary>Nothing.</summary>
    public static HtmlMarkup Empty { get; } = new("");

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => _text.Length == 0;

    /// <summary>Markup whose holes are encoded for the place where they stand.</summary>
    public static HtmlMarkup Of(HtmlInterpolation markup) => new(markup.ToMarkup());

    /// <summary>Text that somebody else wrote.</summary>
    public static HtmlMarkup Text(string text) => new(HtmlEncoding.Text(text));

    /// <summary>One piece after another.</summary>
    public static HtmlMarkup Join(IEnumerable<HtmlMarkup> pieces, string separator = "") =>
        new(string.Join(separator, pieces.Where(piece => !piece.IsEmpty).Select(piece => piece._text)));

    /// <summary>The asset files of this library, which no contract can change.</summary>
    public static HtmlMarkup Asset(string text) => new(text);

    /// <summary>JSON within a script element of type <c>application/json</c>: a less-than sign, which only stands in strings, cannot end the element.</summary>
    public static HtmlMarkup Data(string json) => new(json.Replace("<", "\\u003C", StringComparison.Ordinal));

    /// <summary>The markup when the condition holds, else nothing.</summary>
    public static HtmlMarkup If(bool condition, HtmlInterpolation markup) => condition ? Of(markup) : Empty;

    /// <inheritdoc/>
    public override string ToString() => _text;
}
