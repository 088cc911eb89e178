using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley;

/// <summary>
/// Any JSON value, kept as its own UTF-8 text. Equal to another when the values are: 1.0 equals 1, the order of members and the spelling of
/// escapes do not matter. <c>default</c> is null.
/// </summary>
[JsonConverter(typeof(JsonValueConverter))]
public readonly struct JsonValue : IEquatable<JsonValue>
{
    private readonly byte[]? _utf8;

    private JsonValue(byte[] utf8) => _utf8 = utf8;

    /// <summary>JSON null.</summary>
    public static JsonValue Null => default;

    /// <summary>The value's UTF-8 JSON text.</summary>
    public ReadOnlySpan<byte> Utf8 => _utf8 ?? "null"u8;

    /// <summary>What kind of value it is; never <see cref="JsonValueKind.Undefined"/>.</summary>
    public JsonValueKind Kind => Utf8[0] switch
    {
        (byte)'{' => JsonValueKind.Object,
        (byte)'[' => JsonValueKind.Array,
        (byte)'"' => JsonValueKind.String,
        (byte)'t' => JsonValueKind.True,
        (byte)'f' => JsonValueKind.False,
        (byte)'n' => JsonValueKind.Null,
        _ => JsonValueKind.Number,
    };

    /// <summary>Takes a JSON text.</summary>
    /// <exception cref="JsonException">The text is not one JSON value; the message says where and why.</exception>
    public static JsonValue Parse(string json) => Parse(Encoding.UTF8.GetBytes(json));

    /// <inheritdoc cref="Parse(string)"/>
    public static JsonValue Parse(ReadOnlySpan<byte> utf8Json)
    {
        if (MalformedText.Find(utf8Json, default) is { } malformed)
            throw new JsonException(malformed.ToString());

        var reader = new Utf8JsonCursor(utf8Json);
        reader.Read();
        return Read(ref reader);
    }

    /// <summary>A JSON string; null gives JSON null.</summary>
    public static JsonValue From(string? value) => value is null ? default : Written(value, static (writer, text) => writer.WriteStringValue(text));

    /// <summary>A JSON number.</summary>
    public static JsonValue From(JsonNumber value) => Written(value, static (writer, number) => number.WriteTo(writer));

    /// <summary>A JSON number.</summary>
    public static JsonValue From(long value) => From((JsonNumber)value);

    /// <summary>A JSON boolean.</summary>
    public static JsonValue From(bool value) => new(value ? "true"u8.ToArray() : "false"u8.ToArray());

    /// <summary>The value of an element.</summary>
    public static JsonValue From(JsonElement value) => Written(value, static (writer, element) => element.WriteTo(writer));

    /// <summary>The JSON of an emitted type.</summary>
    public static JsonValue From<T>(T value)
        where T : class, IJsonType<T> =>
        Written(value, static (writer, item) => item.WriteTo(writer));

    /// <summary>Takes the value under a reader.</summary>
    /// <param name="reader">On the value's first token, over text that <see cref="JsonText"/> has let in; ends on its last.</param>
    public static JsonValue Read(scoped ref Utf8JsonCursor reader)
    {
        var first = reader;
        reader.Skip();
        return Between(ref first, ref reader);
    }

    /// <summary>Takes a value that was already walked.</summary>
    /// <param name="first">A copy of the reader, taken on the value's first token.</param>
    /// <param name="last">The reader on the value's last token.</param>
    public static JsonValue Between(scoped ref Utf8JsonCursor first, scoped ref Utf8JsonCursor last)
    {
        var text = RawJson.Between(ref first, ref last);
        if (first.TokenType == JsonTokenType.Null)
            return default;

        // Comments and trailing commas that the cursor was told to let pass are not JSON to whoever reads this value next.
        if (first.IsLenient && first.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            var lenient = new JsonReaderOptions { MaxDepth = int.MaxValue, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
            var reader = new Utf8JsonReader(text, lenient);
            using var document = JsonDocument.ParseValue(ref reader);
            return From(document.RootElement);
        }

        return new JsonValue(text.ToArray());
    }

    /// <summary>The string, when it is one.</summary>
    public bool TryGetString([NotNullWhen(true)] out string? value)
    {
        value = Kind == JsonValueKind.String ? Open().GetString() : null;
        return value is not null;
    }

    /// <summary>The number, when it is one.</summary>
    public bool TryGetNumber(out JsonNumber value)
    {
        var isNumber = Kind == JsonValueKind.Number;
        value = isNumber ? JsonNumber.Parse(Utf8) : default;
        return isNumber;
    }

    /// <summary>The member of an object, when it is one and has that member.</summary>
    public bool TryGetMember(string name, out JsonValue value)
    {
        value = default;
        if (Kind != JsonValueKind.Object)
            return false;

        var reader = JsonEquality.Open(Utf8);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(name);
            reader.Read();
            if (found)
            {
                value = Read(ref reader);
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    /// <summary>The value as an element that needs no disposal.</summary>
    public JsonElement ToElement()
    {
        var reader = new Utf8JsonReader(Utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>Writes the value.</summary>
    public void WriteTo(Utf8JsonWriter writer) => writer.WriteRawValue(Utf8, skipInputValidation: true);

    /// <inheritdoc/>
    public bool Equals(JsonValue other) => JsonEquality.Equals(Utf8, other.Utf8);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => JsonEquality.Hash(Utf8);

    /// <summary>The JSON text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8);

    /// <summary>A string is a JSON value. Not null: <c>present ? value : null</c> would be JSON null where an absent value is meant.</summary>
    public static implicit operator JsonValue(string value) => From(value);

    /// <summary>A boolean is a JSON value.</summary>
    public static implicit operator JsonValue(bool value) => From(value);

    /// <summary>An integer is a JSON value.</summary>
    public static implicit operator JsonValue(long value) => From(value);

    /// <summary>A number is a JSON value.</summary>
    public static implicit operator JsonValue(JsonNumber value) => From(value);

    /// <summary>Equal values.</summary>
    public static bool operator ==(JsonValue left, JsonValue right) => left.Equals(right);

    /// <summary>Different values.</summary>
    public static bool operator !=(JsonValue left, JsonValue right) => !left.Equals(right);

    private static JsonValue Written<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, JsonOutput.Options))
            write(writer, value);
        return new JsonValue(output.WrittenSpan.ToArray());
    }

    private Utf8JsonCursor Open() => JsonEquality.Open(Utf8);
}
