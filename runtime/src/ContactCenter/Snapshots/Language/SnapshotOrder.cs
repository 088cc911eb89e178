namespace ContactCenter.Snapshots.Language;

/// <summary>One column of an order.</summary>
/// <param name="Column">The column.</param>
/// <param name="Descending">Whether greater values come first.</param>
internal sealed record OrderTerm(SnapshotColumn Column, bool Descending);

/// <summary>Parses orders such as <c>[received_at] desc, [id]</c>.</summary>
internal static class SnapshotOrder
{
    /// <summary>Longest order, in UTF-16 code units.</summary>
    public const int MaxLength = 255;

    /// <summary>Oldest first: the order when none is given.</summary>
    public static IReadOnlyList<OrderTerm> Default { get; } = Parse("[received_at], [id]");

    /// <summary>Parses an order.</summary>
    /// <exception cref="QueryLanguageException">The text is too long or not well formed, or names a column twice.</exception>
    public static IReadOnlyList<OrderTerm> Parse(string text)
    {
        if (text.Length > MaxLength)
            throw new QueryLanguageException(MaxLength + 1, $"An order has at most {MaxLength} characters");

        var tokens = new TokenCursor(Lexer.Read(text));
        var terms = new List<OrderTerm>();
        do
        {
            var position = tokens.Next.Position;
            var column = tokens.TakeColumn();
            if (terms.Any(term => term.Column.Sql == column.Sql))
                throw new QueryLanguageException(position, $"The column [{column.Name}] is named twice");

            var descending = tokens.TryTakeWord("desc");
            if (!descending)
                tokens.TryTakeWord("asc");
            terms.Add(new OrderTerm(column, descending));
        }
        while (tokens.TryTakeSymbol(","));

        return tokens.Next.Kind == TokenKind.End ? terms : throw tokens.Unexpected("'asc', 'desc', ',' or the end");
    }
}
