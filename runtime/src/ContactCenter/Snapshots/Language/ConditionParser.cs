using System.Globalization;

namespace ContactCenter.Snapshots.Language;

/// <summary>
/// Parses conditions such as <c>[media_type] = 'chat' and not ([queue] in ('billing', 'sales') or [owner] is null)</c>.
/// <c>not</c> binds tighter than <c>and</c>, which binds tighter than <c>or</c>; keywords and column names are read in any case.
/// </summary>
internal sealed class ConditionParser
{
    /// <summary>Longest condition, in UTF-16 code units.</summary>
    public const int MaxLength = 1024;

    /// <summary>Deepest nesting of parentheses and <c>not</c>.</summary>
    public const int MaxDepth = 32;

    private readonly TokenCursor _tokens;
    private int _depth;

    private ConditionParser(TokenCursor tokens) => _tokens = tokens;

    /// <summary>Parses a condition.</summary>
    /// <exception cref="QueryLanguageException">The text is too long, nests too deeply or is not well formed.</exception>
    public static Condition Parse(string text)
    {
        if (text.Length > MaxLength)
            throw new QueryLanguageException(MaxLength + 1, $"A condition has at most {MaxLength} characters");

        var parser = new ConditionParser(new TokenCursor(Lexer.Read(text)));
        var condition = parser.ParseDisjunction();
        return parser._tokens.Next.Kind == TokenKind.End ? condition : throw parser._tokens.Unexpected("'and', 'or' or the end");
    }

    private Condition ParseDisjunction()
    {
        List<Condition> operands = [ParseConjunction()];
        while (_tokens.TryTakeWord("or"))
            operands.Add(ParseConjunction());
        return operands.Count == 1 ? operands[0] : new Disjunction(operands);
    }

    private Condition ParseConjunction()
    {
        List<Condition> operands = [ParseNegation()];
        while (_tokens.TryTakeWord("and"))
            operands.Add(ParseNegation());
        return operands.Count == 1 ? operands[0] : new Conjunction(operands);
    }

    private Condition ParseNegation()
    {
        var start = _tokens.Next;
        if (_tokens.TryTakeWord("not"))
        {
            Descend(start);
            var operand = ParseNegation();
            _depth--;
            return new Negation(operand);
        }

        if (!_tokens.TryTakeSymbol("("))
            return ParsePredicate();

        Descend(start);
        var inner = ParseDisjunction();
        _depth--;
        return _tokens.TryTakeSymbol(")") ? inner : throw _tokens.Unexpected("'and', 'or' or ')'");
    }

    private Condition ParsePredicate()
    {
        if (_tokens.Next.Kind != TokenKind.Column)
            throw _tokens.Unexpected("a column in brackets, 'not' or '('");

        var column = _tokens.TakeColumn();
        if (_tokens.TryTakeWord("is"))
        {
            var negated = _tokens.TryTakeWord("not");
            return _tokens.TryTakeWord("null")
                ? Negate(negated, new Absence(column))
                : throw _tokens.Unexpected(negated ? "'null'" : "'null' or 'not null'");
        }

        var not = _tokens.TryTakeWord("not");
        if (_tokens.TryTakeWord("in"))
            return Negate(not, new Membership(column, ParseValues(column)));
        if (_tokens.TryTakeWord("like"))
            return Negate(not, new LikePattern(column, ParsePattern(column)));
        if (not)
            throw _tokens.Unexpected("'in' or 'like'");

        if (_tokens.Next is not { Kind: TokenKind.Symbol, Text: "=" or "!=" or "<>" or "<" or "<=" or ">" or ">=" })
            throw _tokens.Unexpected("'=', '<>', '!=', '<', '<=', '>', '>=', 'is', 'in' or 'like'");
        var symbol = _tokens.Take().Text;
        return new Comparison(column, symbol == "!=" ? "<>" : symbol, ParseValue(column));
    }

    private List<object> ParseValues(SnapshotColumn column)
    {
        if (!_tokens.TryTakeSymbol("("))
            throw _tokens.Unexpected("'('");

        List<object> values = [ParseValue(column)];
        while (_tokens.TryTakeSymbol(","))
            values.Add(ParseValue(column));
        return _tokens.TryTakeSymbol(")") ? values : throw _tokens.Unexpected("',' or ')'");
    }

    private string ParsePattern(SnapshotColumn column)
    {
        if (column.Kind != ColumnKind.Text)
            throw new QueryLanguageException(_tokens.Next.Position, $"Expected a column of text before 'like'; [{column.Name}] holds moments");
        return _tokens.Next.Kind == TokenKind.String ? _tokens.Take().Text : throw _tokens.Unexpected("a pattern in single quotes");
    }

    private object ParseValue(SnapshotColumn column)
    {
        var token = _tokens.Next;
        switch (token.Kind, column.Kind)
        {
            case (TokenKind.String, ColumnKind.Text):
                return _tokens.Take().Text;
            case (TokenKind.Integer, ColumnKind.Moment):
                return long.Parse(_tokens.Take().Text, CultureInfo.InvariantCulture);
            case (TokenKind.String, ColumnKind.Moment) when MomentText.TryRead(token.Text, out var milliseconds):
                _tokens.Take();
                return milliseconds;
            case (_, ColumnKind.Text):
                throw _tokens.Unexpected($"a string in single quotes, which [{column.Name}] is compared with");
            default:
                throw _tokens.Unexpected($"a date and time such as '2015-11-26 18:39:38.000+0200' or milliseconds, which [{column.Name}] is compared with");
        }
    }

    private void Descend(Token start)
    {
        if (++_depth > MaxDepth)
            throw new QueryLanguageException(start.Position, $"Parentheses and 'not' nest at most {MaxDepth} deep");
    }

    private static Condition Negate(bool negated, Condition condition) => negated ? new Negation(condition) : condition;
}
