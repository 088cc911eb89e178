using System.Text.Json;

namespace Parley;

/// <summary>Equality of JSON texts by value: 1.0 equals 1, escapes do not matter, nor does the order of members.</summary>
internal static class JsonEquality
{
    // The texts were let in by a reader with limits of its own.
    private static readonly JsonReaderOptions Lenient = new() { MaxDepth = int.MaxValue, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>A reader on the first token of a value that was let in before.</summary>
    public static Utf8JsonCursor Open(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonCursor(text, Lenient);
        reader.Read();
        return reader;
    }

    /// <summary>Whether two texts are the same value.</summary>
    public static bool Equals(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.SequenceEqual(right))
            return true;

        var l = Open(left);
        var r = Open(right);
        return Equals(ref l, ref r);
    }

    /// <summary>A hash that equal texts share, whose collisions a sender cannot plan.</summary>
    public static int Hash(ReadOnlySpan<byte> text)
    {
        var reader = Open(text);
        return Hash(ref reader);
    }

    /// <summary>Compares the values under two readers; both end on their last tokens when the values are equal.</summary>
    private static bool Equals(ref Utf8JsonCursor left, ref Utf8JsonCursor right)
    {
        if (left.TokenType != right.TokenType)
            return false;

        return left.TokenType switch
        {
            JsonTokenType.String => StringsEqual(ref left, ref right),
            JsonTokenType.Number => left.ValueSpan.SequenceEqual(right.ValueSpan) || JsonNumber.Read(ref left) == JsonNumber.Read(ref right),
            JsonTokenType.StartArray => ArraysEqual(ref left, ref right),
            JsonTokenType.StartObject => ObjectsEqual(ref left, ref right),
            _ => true,
        };
    }

    private static bool StringsEqual(ref Utf8JsonCursor left, ref Utf8JsonCursor right)
    {
        if (!right.ValueIsEscaped)
            return left.ValueTextEquals(right.ValueSpan);
        return left.ValueIsEscaped ? left.GetString() == right.GetString() : right.ValueTextEquals(left.ValueSpan);
    }

    private static bool ArraysEqual(ref Utf8JsonCursor left, ref Utf8JsonCursor right)
    {
        while (left.Read() && right.Read())
        {
            if (left.TokenType == JsonTokenType.EndArray || right.TokenType == JsonTokenType.EndArray)
                return left.TokenType == right.TokenType;
            if (!Equals(ref left, ref right))
                return false;
        }

        return false;
    }

    private static bool ObjectsEqual(ref Utf8JsonCursor left, ref Utf8JsonCursor right)
    {
        var leftText = RawJson.Skip(ref left);
        var rightText = RawJson.Skip(ref right);
        var leftMembers = Members(leftText);
        var rightMembers = Members(rightText);
        if (leftMembers.Count != rightMembers.Count)
            return false;

        foreach (var (name, place) in leftMembers)
        {
            if (!rightMembers.TryGetValue(name, out var other) || !Equals(leftText[place], rightText[other]))
                return false;
        }

        return true;
    }

    private static Dictionary<string, Range> Members(ReadOnlySpan<byte> text)
    {
        var members = new Dictionary<string, Range>(StringComparer.Ordinal);
        var reader = Open(text);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            members[name] = start..(int)reader.BytesConsumed;
        }

        return members;
    }

    private static int Hash(ref Utf8JsonCursor reader)
    {
        var hash = default(HashCode);
        hash.Add((int)reader.TokenType);
        switch (reader.TokenType)
        {
            case JsonTokenType.String when !reader.ValueIsEscaped:
                hash.AddBytes(reader.ValueSpan);
                break;
            case JsonTokenType.String:
                hash.AddBytes(System.Text.Encoding.UTF8.GetBytes(reader.GetString()!));
                break;
            case JsonTokenType.Number:
                hash.Add(JsonNumber.Read(ref reader));
                break;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    hash.Add(Hash(ref reader));
                break;
            case JsonTokenType.StartObject:
                hash.Add(HashMembers(RawJson.Skip(ref reader)));
                break;
        }

        return hash.ToHashCode();
    }

    // A sum, because the order of members does not matter.
    private static int HashMembers(ReadOnlySpan<byte> text)
    {
        var sum = 0;
        foreach (var (name, place) in Members(text))
            sum = unchecked(sum + HashCode.Combine(name, Hash(text[place])));
        return sum;
    }
}
