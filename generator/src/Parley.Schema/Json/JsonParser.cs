using Parley.Schema.Diagnostics;

namespace Parley.Schema.Json;

/// <summary>
/// Reads one JSON text (RFC 8259, no comments, no trailing commas) into a tree that knows where everything stands. Linear in the length of the text.
/// </summary>
public sealed class JsonParser
{
    /// <summary>How deep arrays and objects may nest.</summary>
    public const int MaxDepth = 128;

    // Below this many members a scan is cheaper than a set.
    private const int SmallObject = 8;

    private readonly string _text;
    private readonly DiagnosticBag _diagnostics;
    private int _at;

    private JsonParser(string text, DiagnosticBag diagnostics)
    {
        _text = text;
        _diagnostics = diagnostics;
    }

    /// <summary>Reads a text. Syntax errors are reported, not thrown.</summary>
    /// <returns>The value, or null after an error in the syntax; a repeated member name is an error that still gives a value.</returns>
    public static JsonNode? Parse(string text, DiagnosticBag diagnostics)
    {
        var parser = new JsonParser(text, diagnostics);
        try
        {
            return parser.ReadText();
        }
        catch (JsonSyntaxException error)
        {
            diagnostics.Add(error.Rule, error.Span, error.Arguments);
            return null;
        }
    }

    private JsonNode ReadText()
    {
        if (_text.Length > 0 && _text[0] == '\uFEFF')
            _at = 1;

        SkipSpace();
        var value = ReadValue(1);
        SkipSpace();
        if (_at < _text.Length)
            throw Unexpected("the end of the file");
        return value;
    }

    private JsonNode ReadValue(int depth)
    {
        if (_at == _text.Length)
            throw Unexpected("a value");

        switch (_text[_at])
        {
            case '{':
                return ReadObject(depth);
            case '[':
                return ReadArray(depth);
            case '"':
                var start = _at;
                var content = JsonStringReader.Read(_text, ref _at);
                return JsonNode.Scalar(JsonKind.String, Since(start), content);
            case 't':
                return ReadLiteral("true", JsonKind.True);
            case 'f':
                return ReadLiteral("false", JsonKind.False);
            case 'n':
                return ReadLiteral("null", JsonKind.Null);
            case '-' or (>= '0' and <= '9'):
                return ReadNumber();
            default:
                throw Unexpected("a value");
        }
    }

    private JsonNode ReadObject(int depth)
    {
        var start = Enter(depth);
        var members = new List<JsonMember>();
        HashSet<string>? names = null;

        SkipSpace();
        if (!TryTake('}'))
        {
            while (true)
            {
                SkipSpace();
                if (_at == _text.Length || _text[_at] != '"')
                    throw Unexpected(members.Count == 0 ? "a member name or '}'" : "a member name");

                var nameStart = _at;
                var name = JsonStringReader.Read(_text, ref _at);
                var nameSpan = Since(nameStart);
                if (IsRepeated(name, members, ref names))
                    _diagnostics.Add(SchemaRules.DuplicateMember, nameSpan, name);

                SkipSpace();
                Take(':', "':'");
                SkipSpace();
                members.Add(new JsonMember(name, nameSpan, ReadValue(depth + 1)));
                SkipSpace();
                if (TryTake('}'))
                    break;
                Take(',', "',' or '}'");
            }
        }

        return JsonNode.Object(Since(start), members);
    }

    private JsonNode ReadArray(int depth)
    {
        var start = Enter(depth);
        var items = new List<JsonNode>();

        SkipSpace();
        if (!TryTake(']'))
        {
            while (true)
            {
                SkipSpace();
                items.Add(ReadValue(depth + 1));
                SkipSpace();
                if (TryTake(']'))
                    break;
                Take(',', "',' or ']'");
            }
        }

        return JsonNode.Array(Since(start), items);
    }

    private JsonNode ReadNumber()
    {
        var start = _at;
        TryTake('-');
        if (!TryTake('0'))
            TakeDigits();
        if (TryTake('.'))
            TakeDigits();
        if (TryTake('e') || TryTake('E'))
        {
            if (!TryTake('+'))
                TryTake('-');
            TakeDigits();
        }

        if (_at < _text.Length && _text[_at] is >= '0' and <= '9')
            throw new JsonSyntaxException(SchemaRules.JsonSyntax, new JsonSpan(start, _at - start), "a number without leading zeros", "'0'");
        return JsonNode.Scalar(JsonKind.Number, Since(start), _text.Substring(start, _at - start));
    }

    private JsonNode ReadLiteral(string literal, JsonKind kind)
    {
        if (string.CompareOrdinal(_text, _at, literal, 0, literal.Length) != 0)
            throw Unexpected("a value");

        var start = _at;
        _at += literal.Length;
        return JsonNode.Scalar(kind, Since(start));
    }

    private int Enter(int depth)
    {
        if (depth > MaxDepth)
            throw new JsonSyntaxException(SchemaRules.JsonTooDeep, new JsonSpan(_at, 1), DiagnosticBag.Number(MaxDepth));
        return _at++;
    }

    private void TakeDigits()
    {
        if (_at == _text.Length || _text[_at] is not (>= '0' and <= '9'))
            throw Unexpected("a digit");
        while (_at < _text.Length && _text[_at] is >= '0' and <= '9')
            _at++;
    }

    private void Take(char expected, string description)
    {
        if (!TryTake(expected))
            throw Unexpected(description);
    }

    private bool TryTake(char expected)
    {
        if (_at == _text.Length || _text[_at] != expected)
            return false;
        _at++;
        return true;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\r' or '\n')
            _at++;
    }

    private JsonSpan Since(int start) => new(start, _at - start);

    private JsonSyntaxException Unexpected(string expected) => JsonSyntaxException.Unexpected(_text, _at, expected);

    private static bool IsRepeated(string name, List<JsonMember> members, ref HashSet<string>? names)
    {
        if (members.Count < SmallObject)
        {
            foreach (var member in members)
            {
                if (string.Equals(member.Name, name, StringComparison.Ordinal))
                    return true;
            }

            return false;
        }

        if (names is null)
        {
            names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var member in members)
                names.Add(member.Name);
        }

        return !names.Add(name);
    }
}
