using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Parley;

/// <content>The values of tokens.</content>
public ref partial struct Utf8JsonCursor
{
    // So many digits fit 64 bits whatever they are.
    private const int SafeDigits = 18;

    /// <summary>The string or name, unescaped; null on null.</summary>
    /// <exception cref="InvalidOperationException">The token is neither.</exception>
    public readonly string? GetString() => TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String or JsonTokenType.PropertyName => ValueIsEscaped ? Unescaping().GetString() : Encoding.UTF8.GetString(ValueSpan),
        _ => throw NotA("string"),
    };

    /// <summary>The boolean.</summary>
    /// <exception cref="InvalidOperationException">The token is none.</exception>
    public readonly bool GetBoolean() => TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw NotA("boolean"),
    };

    /// <summary>The number as a 64-bit integer, when it is written as one: not <c>1.0</c>.</summary>
    /// <exception cref="InvalidOperationException">The token is no number.</exception>
    public readonly bool TryGetInt64(out long value)
    {
        if (TokenType != JsonTokenType.Number)
            throw NotA("number");

        var digits = ValueSpan;
        value = 0;
        if (digits.Length > SafeDigits)
            return Utf8Parser.TryParse(digits, out value, out var used) && used == digits.Length;

        var isNegative = digits[0] == '-';
        foreach (var digit in digits[(isNegative ? 1 : 0)..])
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                value = 0;
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        if (isNegative)
            value = -value;
        return true;
    }

    /// <summary>Whether the string or name is a text.</summary>
    /// <param name="utf8Text">The text, unescaped.</param>
    public readonly bool ValueTextEquals(ReadOnlySpan<byte> utf8Text) =>
        ValueIsEscaped ? Unescaping().ValueTextEquals(utf8Text) : ValueSpan.SequenceEqual(utf8Text);

    /// <inheritdoc cref="ValueTextEquals(ReadOnlySpan{byte})"/>
    public readonly bool ValueTextEquals(string text) => Unescaping().ValueTextEquals(text);

    /// <summary>Copies the string or name, unescaped, as UTF-8.</summary>
    /// <param name="utf8Destination">At least as long as <see cref="ValueSpan"/>.</param>
    /// <returns>How many bytes were written.</returns>
    public readonly int CopyString(scoped Span<byte> utf8Destination)
    {
        if (ValueIsEscaped)
            return Unescaping().CopyString(utf8Destination);

        ValueSpan.CopyTo(utf8Destination);
        return _valueLength;
    }

    /// <summary>Copies the string or name, unescaped, as UTF-16.</summary>
    /// <inheritdoc cref="CopyString(Span{byte})"/>
    /// <param name="destination">At least as long as <see cref="ValueSpan"/>.</param>
    public readonly int CopyString(scoped Span<char> destination) =>
        ValueIsEscaped ? Unescaping().CopyString(destination) : Encoding.UTF8.GetChars(ValueSpan, destination);

    // What is rare is left to the reader that knows how.
    private readonly Utf8JsonReader Unescaping()
    {
        var reader = new Utf8JsonReader(_text.Slice(_valueStart - 1, _valueLength + 2));
        reader.Read();
        return reader;
    }

    private readonly InvalidOperationException NotA(string kind) => new($"The token is {TokenType} and not a {kind}.");
}
