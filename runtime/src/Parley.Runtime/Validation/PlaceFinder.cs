using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Parley;

/// <summary>Turns byte offsets of tokens into JSON pointers, lines and columns. Walks the text once, so offsets must be asked for in ascending order.</summary>
internal ref struct PlaceFinder
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly List<Level> _levels = [];
    private Utf8JsonCursor _reader;
    private int _lineStart;
    private int _line = 1;
    private int _counted;

    public PlaceFinder(ReadOnlySpan<byte> utf8Json, JsonReaderOptions options)
    {
        _text = utf8Json;
        _reader = new Utf8JsonCursor(utf8Json, options);
        _reader.Read();
    }

    /// <summary>The place of the token at an offset. A member's name has the pointer of its value.</summary>
    public Place MoveTo(long offset)
    {
        while (_reader.TokenStartIndex < offset && Advance())
        {
        }

        CountLines((int)offset);
        return new Place(Pointer(), _line, (int)offset - _lineStart + 1);
    }

    private bool Advance()
    {
        var left = _reader.TokenType;
        if (left is JsonTokenType.StartObject or JsonTokenType.StartArray)
            _levels.Add(new Level(left == JsonTokenType.StartArray, -1, null));

        if (!_reader.Read())
            return false;

        switch (_reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _levels[^1] = new Level(false, -1, _reader.GetString());
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _levels.RemoveAt(_levels.Count - 1);
                break;
            default:
                if (_levels.Count > 0 && _levels[^1].IsArray)
                    _levels[^1] = _levels[^1] with { Index = _levels[^1].Index + 1 };
                break;
        }

        return true;
    }

    private readonly string Pointer()
    {
        var pointer = new StringBuilder();
        foreach (var level in _levels)
        {
            pointer.Append('/');
            if (level.IsArray)
                pointer.Append(level.Index.ToString(CultureInfo.InvariantCulture));
            else
                pointer.Append(level.Name!.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }

        return pointer.ToString();
    }

    private void CountLines(int offset)
    {
        int next;
        while ((next = _text[_counted..offset].IndexOf((byte)'\n')) >= 0)
        {
            _counted += next + 1;
            _lineStart = _counted;
            _line++;
        }

        _counted = offset;
    }

    private readonly record struct Level(bool IsArray, int Index, string? Name);
}

/// <summary>A place in a JSON text.</summary>
/// <param name="Pointer">JSON pointer.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column in bytes from 1.</param>
internal readonly record struct Place(string Pointer, int Line, int Column);
