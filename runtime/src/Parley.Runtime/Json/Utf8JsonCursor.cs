using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Parley;

/// <summary>
/// Walks one JSON text (RFC 8259) token by token, forward, without allocating: what emitted code reads with. Its members are those of <see cref="Utf8JsonReader"/>
/// and mean the same. It refuses what that reader refuses and also text that no .NET string can hold: invalid UTF-8, and an escape that is half of a surrogate
/// pair. So one walk decides about the whole text. A copy is a cursor of its own at the same place; that is how emitted code looks ahead.
/// </summary>
public ref partial struct Utf8JsonCursor
{
    private const int DefaultMaxDepth = 64;

    private readonly ReadOnlySpan<byte> _text;
    private readonly int _maxDepth;
    private readonly bool _skipsComments;
    private readonly bool _allowsTrailingCommas;
    private JsonNesting _nesting;
    private JsonTokenType _token;
    private bool _isEscaped;
    private int _at;
    private int _tokenStart;
    private int _valueStart;
    private int _valueLength;

    /// <summary>A cursor in front of the first token.</summary>
    /// <param name="utf8Json">One JSON text.</param>
    /// <param name="options">Nesting depth, 64 when it is 0, and whether comments and trailing commas pass. Comments are never tokens.</param>
    public Utf8JsonCursor(ReadOnlySpan<byte> utf8Json, JsonReaderOptions options = default)
    {
        _text = utf8Json;
        _maxDepth = options.MaxDepth == 0 ? DefaultMaxDepth : options.MaxDepth;
        _skipsComments = options.CommentHandling != JsonCommentHandling.Disallow;
        _allowsTrailingCommas = options.AllowTrailingCommas;
    }

    /// <summary>What the cursor stands on; <see cref="JsonTokenType.None"/> in front of the text.</summary>
    public readonly JsonTokenType TokenType => _token;

    /// <summary>The token's text: a string or name without its quotes and as it is escaped.</summary>
    public readonly ReadOnlySpan<byte> ValueSpan => MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref MemoryMarshal.GetReference(_text), _valueStart), _valueLength);

    /// <summary>Whether the string or name has an escape.</summary>
    public readonly bool ValueIsEscaped => _isEscaped;

    /// <summary>Byte offset of the token; of a string or name that of its quote.</summary>
    public readonly long TokenStartIndex => _tokenStart;

    /// <summary>Byte offset behind the token; behind the colon of a name.</summary>
    public readonly long BytesConsumed => _at;

    /// <summary>How many objects and arrays are open around the token.</summary>
    public readonly int CurrentDepth => _nesting.Depth - (TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0);

    /// <summary>Whether the text may differ from what RFC 8259 allows, by comments or trailing commas.</summary>
    internal readonly bool IsLenient => _skipsComments || _allowsTrailingCommas;

    /// <summary>Moves to the next token.</summary>
    /// <returns>False behind the last token.</returns>
    /// <exception cref="JsonException">The text is not JSON, or nested too deep.</exception>
    public bool Read()
    {
        var at = Blanks(_at);
        if (at >= _text.Length)
            return AtEnd();

        var next = Byte(at);
        switch (_token)
        {
            case JsonTokenType.None:
            case JsonTokenType.PropertyName:
                break;
            case JsonTokenType.StartObject:
                if (next == '"')
                    return ReadName(at);
                if (next != '}')
                    Refuse(at);
                return ReadEnd(at, JsonTokenType.EndObject);
            case JsonTokenType.StartArray:
                if (next == ']')
                    return ReadEnd(at, JsonTokenType.EndArray);
                break;
            default:
                if (next != ',')
                    return ReadEnd(at, next);
                if (_nesting.Depth == 0)
                    Refuse(at);
                at = BehindComma(at + 1);
                next = Byte(at);
                if (_nesting.IsInObject)
                    return next == '"' ? ReadName(at) : ReadEndBehindComma(at, next);
                if (next == ']')
                    return ReadEndBehindComma(at, next);
                break;
        }

        _tokenStart = at;
        if (next == '"')
        {
            ReadString(at + 1);
            _token = JsonTokenType.String;
            return true;
        }

        return ReadOther(at, next);
    }

    /// <summary>Moves to the next name of an object: from its first bracket, or from the last token of a member's value.</summary>
    /// <returns>False when there is none: the cursor then stands on the object's last bracket.</returns>
    /// <inheritdoc cref="Read" path="/exception"/>
    public bool ReadName()
    {
        var at = Blanks(_at);
        var isFirst = _token == JsonTokenType.StartObject;
        if (at < _text.Length && (isFirst || Byte(at) == ','))
        {
            if (!isFirst)
                at = Blanks(at + 1);
            if (at < _text.Length && Byte(at) == '"')
                return ReadName(at);
        }

        // The end, or something that has no place here.
        return Read() && _token == JsonTokenType.PropertyName;
    }

    /// <summary>Moves to the last token of the value; from a name to the last token of its value.</summary>
    public void Skip()
    {
        if (_token == JsonTokenType.PropertyName)
            Read();
        if (_token is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return;

        var depth = _nesting.Depth;
        do
        {
            Read();
        }
        while (_nesting.Depth >= depth);
    }

    /// <summary>As <see cref="Skip"/>: the text is always there as a whole.</summary>
    public bool TrySkip()
    {
        Skip();
        return true;
    }

    /// <summary>The text between two offsets.</summary>
    internal readonly ReadOnlySpan<byte> Slice(long start, long end) => _text[(int)start..(int)end];

    // The compiler cannot see that every caller has compared with the length.
    private readonly byte Byte(int at) => Unsafe.Add(ref MemoryMarshal.GetReference(_text), at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int Blanks(int at)
    {
        if (at < _text.Length && Byte(at) is > (byte)' ' and not (byte)'/')
            return at;
        // One blank behind a colon or comma is how most people write JSON.
        if (at + 1 < _text.Length && Byte(at) == ' ' && Byte(at + 1) is > (byte)' ' and not (byte)'/')
            return at + 1;
        return MoreBlanks(at);
    }

    private readonly int MoreBlanks(int at)
    {
        while (at < _text.Length)
        {
            if (Byte(at) is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
                at++;
            else if (Byte(at) == '/' && _skipsComments)
                at = BehindComment(at);
            else
                break;
        }

        return at;
    }

    private readonly bool AtEnd()
    {
        if (_token is JsonTokenType.None or JsonTokenType.PropertyName || _nesting.Depth > 0)
            Refuse(_text.Length);
        return false;
    }

    private readonly int BehindComma(int at)
    {
        at = Blanks(at);
        if (at >= _text.Length)
            Refuse(at);
        return at;
    }

    private bool ReadName(int at)
    {
        _tokenStart = at;
        ReadString(at + 1);
        // A comment has no place in front of the colon.
        at = _at;
        if (at >= _text.Length || Byte(at) != ':')
        {
            while (at < _text.Length && Byte(at) is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
                at++;
            if (at >= _text.Length || Byte(at) != ':')
                Refuse(at);
        }

        _at = at + 1;
        _token = JsonTokenType.PropertyName;
        return true;
    }

    private bool ReadEnd(int at, byte bracket)
    {
        // In front of the first bracket and behind the last nothing is open.
        if (bracket == '}' && _nesting.Depth > 0 && _nesting.IsInObject)
            return ReadEnd(at, JsonTokenType.EndObject);
        if (bracket != ']' || _nesting.Depth == 0 || _nesting.IsInObject)
            Refuse(at);
        return ReadEnd(at, JsonTokenType.EndArray);
    }

    private bool ReadEndBehindComma(int at, byte bracket)
    {
        if (!_allowsTrailingCommas)
            Refuse(at);
        return ReadEnd(at, bracket);
    }

    private bool ReadEnd(int at, JsonTokenType token)
    {
        _nesting.Pop();
        return Take(at, 1, token);
    }

    private bool ReadOther(int at, byte first)
    {
        switch (first)
        {
            case (byte)'{':
            case (byte)'[':
                if (_nesting.Depth >= _maxDepth)
                    RefuseDepth(at);
                _nesting.Push(isObject: first == '{');
                return Take(at, 1, first == '{' ? JsonTokenType.StartObject : JsonTokenType.StartArray);
            case (byte)'t':
                return ReadLiteral(at, "true"u8, JsonTokenType.True);
            case (byte)'f':
                return ReadLiteral(at, "false"u8, JsonTokenType.False);
            case (byte)'n':
                return ReadLiteral(at, "null"u8, JsonTokenType.Null);
            default:
                return Take(at, NumberEnd(at) - at, JsonTokenType.Number);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool ReadLiteral(int at, ReadOnlySpan<byte> literal, JsonTokenType token)
    {
        if (!_text[at..].StartsWith(literal))
            Refuse(at);
        return Take(at, literal.Length, token);
    }

    private bool Take(int at, int length, JsonTokenType token)
    {
        _tokenStart = at;
        _valueStart = at;
        _valueLength = length;
        _at = at + length;
        _isEscaped = false;
        _token = token;
        return true;
    }
}
