using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Parley;

/// <content>What is thrown.</content>
public ref partial struct Utf8JsonCursor
{
    [DoesNotReturn]
    private readonly void Refuse(int at) => throw Exception(at, "The text is not JSON here.");

    [DoesNotReturn]
    private readonly void RefuseDepth(int at) => throw Exception(at, $"The text is nested deeper than {_maxDepth} levels.");

    private readonly JsonException Exception(int at, string message)
    {
        var before = _text[..at];
        return new(message, path: null, before.Count((byte)'\n'), at - (before.LastIndexOf((byte)'\n') + 1));
    }
}
