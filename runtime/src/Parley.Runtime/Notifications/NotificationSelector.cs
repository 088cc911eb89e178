using System.Text.Json;

namespace Parley;

/// <summary>Tells apart the notifications that share a channel; emitted notification dispatchers call it.</summary>
public static class NotificationSelector
{
    /// <summary>Whether a top-level member of a message is one of a notification's constants.</summary>
    /// <param name="data">The message's data as UTF-8 JSON; text that is not JSON matches nothing.</param>
    /// <param name="member">The member.</param>
    /// <param name="values">The constants, at least one.</param>
    public static bool Matches(ReadOnlySpan<byte> data, ReadOnlySpan<byte> member, ReadOnlySpan<string> values)
    {
        var reader = new Utf8JsonCursor(data);
        try
        {
            if (!TopLevelMember.MoveTo(ref reader, member) || reader.TokenType != JsonTokenType.String)
                return false;

            foreach (var value in values)
            {
                if (reader.ValueTextEquals(value))
                    return true;
            }

            return false;
        }
        catch (JsonException)
        {
            // Whoever reads the message afterwards says what is wrong with it; here it is just none of these.
            return false;
        }
    }
}
