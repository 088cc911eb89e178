using System.Text.Json;

namespace Parley;

/// <summary>Finds one member of a JSON object without reading more of it than needed.</summary>
public static class TopLevelMember
{
    /// <summary>Moves to the value of a top-level member.</summary>
    /// <param name="reader">A reader at the start of the text; ends on the value's first token when found.</param>
    /// <param name="name">The member.</param>
    /// <returns>Whether the text is an object that has the member. Text after the member is not looked at.</returns>
    /// <exception cref="JsonException">The text up to the member is not JSON.</exception>
    public static bool MoveTo(ref Utf8JsonCursor reader, ReadOnlySpan<byte> name) => reader.Read() && ObjectMember.TryFind(ref reader, name);

    /// <summary>Reads a top-level integer.</summary>
    /// <returns>The integer, or null when the text is not JSON up to it, is no object, or has no such 64-bit integer.</returns>
    public static long? ReadInteger(ReadOnlySpan<byte> utf8Json, string name)
    {
        var reader = new Utf8JsonCursor(utf8Json);
        try
        {
            return MoveTo(ref reader, System.Text.Encoding.UTF8.GetBytes(name)) && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value)
                ? value
                : null;
        }
        catch (JsonException)
        {
            // The failure that is being written already says that the text is malformed; without it there is just no number to repeat.
            return null;
        }
    }
}
