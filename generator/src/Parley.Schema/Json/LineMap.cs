namespace Parley.Schema.Json;

/// <summary>Turns offsets of one text into lines and columns.</summary>
public sealed class LineMap
{
    private readonly List<int> _starts;

    /// <summary>Finds the lines of a text.</summary>
    public LineMap(string text)
    {
        // An editor shows no byte order mark, so the first column comes after it.
        _starts = [text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0];
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (unit == '\n' || (unit == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                _starts.Add(i + 1);
        }
    }

    /// <summary>The place of an offset of 0 up to the length of the text.</summary>
    public JsonPosition PositionOf(int offset)
    {
        var found = _starts.BinarySearch(offset);
        var line = found >= 0 ? found : Math.Max(0, ~found - 1);
        return new JsonPosition(line, Math.Max(0, offset - _starts[line]));
    }
}
