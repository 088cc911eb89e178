namespace Parley.Documentation.Html.Schemas;

/// <summary>What is being said about one schema: a line, descriptions, parts.</summary>
internal sealed class SchemaText
{
    private readonly List<HtmlMarkup> _names = [];
    private readonly List<HtmlMarkup> _facts = [];
    private readonly List<HtmlMarkup> _descriptions = [];
    private readonly List<HtmlMarkup> _parts = [];

    /// <summary>Whether the line says it all.</summary>
    public bool IsLine => _parts.Count == 0 && _descriptions.Count == 0;

    /// <summary>Whether nothing is said at all.</summary>
    public bool IsEmpty => IsLine && _names.Count == 0 && _facts.Count == 0;

    /// <summary>What it is called.</summary>
    public void Name(HtmlMarkup name) => _names.Add(name);

    /// <summary>Something for the line.</summary>
    public void Fact(HtmlMarkup fact) => _facts.Add(fact);

    /// <summary>A description.</summary>
    public void Description(HtmlMarkup description) => _descriptions.Add(description);

    /// <summary>A block below the line.</summary>
    public void Part(HtmlMarkup part) => _parts.Add(part);

    /// <summary>Everything that is said about another schema, which applies to the same value.</summary>
    public void Take(SchemaText other)
    {
        _names.AddRange(other._names);
        _facts.AddRange(other._facts);
        _descriptions.AddRange(other._descriptions);
        _parts.AddRange(other._parts);
    }

    /// <summary>Name and facts.</summary>
    public HtmlMarkup LineMarkup() => HtmlMarkup.Join([HtmlMarkup.Join(_names, " "), HtmlMarkup.Join(_facts, ", ")], " ");

    /// <summary>Everything.</summary>
    public HtmlMarkup Whole()
    {
        var line = LineMarkup();
        var described = _descriptions.Select(description => HtmlMarkup.Of($"<p>{description}</p>"));
        return line.IsEmpty
            ? HtmlMarkup.Of($"{described}{HtmlMarkup.Join(_parts)}")
            : HtmlMarkup.Of($"<span class=\"line\">{line}</span>{described}{HtmlMarkup.Join(_parts)}");
    }
}
