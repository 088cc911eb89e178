using System.Text.Json;

namespace Parley;

/// <summary>Finds the member of an object that tells the alternatives of a union apart. For emitted code.</summary>
public static class ObjectMember
{
    /// <summary>Moves to the value of a member.</summary>
    /// <param name="reader">On any value; a copy, since it does not come back. Ends on the first token of the member's value when the value is an object that has the member.</param>
    /// <param name="name">The member.</param>
    public static bool TryFind(scoped ref Utf8JsonCursor reader, ReadOnlySpan<byte> name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(name);
            reader.Read();
            if (found)
                return true;
            reader.Skip();
        }

        return false;
    }
}
