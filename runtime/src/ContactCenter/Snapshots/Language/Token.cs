namespace ContactCenter.Snapshots.Language;

/// <summary>Kinds of token.</summary>
internal enum TokenKind
{
    /// <summary>A name in brackets; the text is the name.</summary>
    Column,

    /// <summary>A string in single quotes; the text is the string with doubled quotes undone.</summary>
    String,

    /// <summary>An integer; the text is as written.</summary>
    Integer,

    /// <summary>A keyword; the text is in lower case.</summary>
    Word,

    /// <summary>A comparison operator, parenthesis or comma.</summary>
    Symbol,

    /// <summary>The end of the text.</summary>
    End,
}

/// <summary>One token of a condition or an order.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">Its text, without what delimits it.</param>
/// <param name="Position">Where it begins, in UTF-16 code units from 1.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Position)
{
    /// <summary>How an error message names it.</summary>
    public string Shown => Kind switch
    {
        TokenKind.End => "the end",
        TokenKind.Column => $"[{Text}]",
        TokenKind.String => "a string",
        _ => $"'{Text}'",
    };

    /// <summary>Whether it is this keyword.</summary>
    public bool IsWord(string word) => Kind == TokenKind.Word && Text == word;

    /// <summary>Whether it is this symbol.</summary>
    public bool IsSymbol(string symbol) => Kind == TokenKind.Symbol && Text == symbol;
}
