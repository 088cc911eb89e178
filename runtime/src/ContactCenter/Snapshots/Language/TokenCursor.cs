namespace ContactCenter.Snapshots.Language;

/// <summary>Walks over tokens.</summary>
internal sealed class TokenCursor(IReadOnlyList<Token> tokens)
{
    private int _at;

    /// <summary>The token that is next.</summary>
    public Token Next => tokens[_at];

    /// <summary>Returns the next token and steps over it; the end is never stepped over.</summary>
    public Token Take() => Next.Kind == TokenKind.End ? Next : tokens[_at++];

    /// <summary>Steps over a keyword if it is next.</summary>
    public bool TryTakeWord(string word)
    {
        if (!Next.IsWord(word))
            return false;
        _at++;
        return true;
    }

    /// <summary>Steps over a symbol if it is next.</summary>
    public bool TryTakeSymbol(string symbol)
    {
        if (!Next.IsSymbol(symbol))
            return false;
        _at++;
        return true;
    }

    /// <summary>Steps over a column, which has to be next.</summary>
    public SnapshotColumn TakeColumn() => Next.Kind == TokenKind.Column ? SnapshotColumn.Find(Take()) : throw Unexpected("a column in brackets");

    /// <summary>The error that something else was expected here.</summary>
    public QueryLanguageException Unexpected(string expected) => new(Next.Position, $"Expected {expected}, found {Next.Shown}");
}
