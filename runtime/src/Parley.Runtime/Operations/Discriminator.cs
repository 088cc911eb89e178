using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Parley;

/// <summary>Tells which operation a body asks for, before the body is validated.</summary>
public static class Discriminator
{
    /// <summary>Longest escaped literal that is looked at; a longer one names no operation.</summary>
    private const int LongestEscapedLiteral = 256;

    /// <summary>
    /// Finds the discriminator and selects its operation. Looks at no more of the body than it takes to find the first occurrence:
    /// reading the request afterwards validates the whole body and refuses a second occurrence.
    /// </summary>
    /// <param name="dispatcher">The contract's dispatcher.</param>
    /// <param name="method">The resource's method. Without a discriminator its only operation is selected and the body is not looked at.</param>
    /// <param name="body">The body.</param>
    /// <param name="options">Limits for reading the body.</param>
    /// <param name="operation">The operation, or null when the result is a failure.</param>
    /// <returns>Null when an operation was found; otherwise why not, to be written in the method's envelope.</returns>
    public static OperationFailure? Find(
        ContractDispatcher dispatcher, ResourceMethodDescriptor method, ReadOnlySpan<byte> body, JsonReaderOptions options, out OperationDescriptor? operation)
    {
        ArgumentNullException.ThrowIfNull(dispatcher);
        ArgumentNullException.ThrowIfNull(method);

        if (method.QuotedDiscriminator is not { } quoted)
        {
            operation = method.Operations[0];
            return null;
        }

        if (!method.HasBackslash && TryFindPlainly(body, quoted, out var plain) && dispatcher.Select(method, plain) is { } selected)
        {
            operation = selected;
            return null;
        }

        return FindByWalking(dispatcher, method, body, options, out operation);
    }

    // Apart, so that what is found at once pays for no cursor.
    private static OperationFailure? FindByWalking(
        ContractDispatcher dispatcher, ResourceMethodDescriptor method, ReadOnlySpan<byte> body, JsonReaderOptions options, out OperationDescriptor? operation)
    {
        operation = null;
        var member = method.Discriminator!;
        var name = method.QuotedDiscriminator.AsSpan()[1..^1];
        var reader = new Utf8JsonCursor(body, options);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return JsonTextCheck.Explain(body, options) ?? new OperationFailure(FailureKind.MalformedBody, $"The body must be a JSON object, not {JsonTextCheck.NameOf(reader.TokenType)}.");

            while (reader.ReadName())
            {
                var found = reader.ValueTextEquals(name);
                reader.Read();
                if (!found)
                {
                    reader.Skip();
                    continue;
                }

                if (reader.TokenType != JsonTokenType.String)
                    return Unknown(method, member, $"must be a string, not {JsonTextCheck.NameOf(reader.TokenType)}");

                operation = Select(dispatcher, method, ref reader);
                return operation is null ? Unknown(method, member, $"names no operation: {Quote(reader.ValueSpan)}") : null;
            }

            // The object has ended without the member; what follows it may still be no JSON.
            return JsonTextCheck.Explain(body, options) ?? Unknown(method, member, "is missing");
        }
        catch (JsonException)
        {
            return JsonTextCheck.Explain(body, options) ?? new OperationFailure(FailureKind.MalformedBody, "The body is not JSON.");
        }
    }

    // Most bodies name their operation in front of anything nested and without an escape before it. Then, if the body is JSON, the first place where the quoted name stands
    // is a string of the outer object, and in front of a colon it is that member's name. If the body is no JSON, reading the request will tell.
    private static bool TryFindPlainly(ReadOnlySpan<byte> body, ReadOnlySpan<byte> quotedMember, out ReadOnlySpan<byte> literal)
    {
        literal = default;
        body = BehindBlanks(body);
        if (body.IsEmpty || body[0] != '{')
            return false;

        body = BehindBlanks(body[1..]);
        var at = body.StartsWith(quotedMember) ? 0 : body.IndexOf(quotedMember);
        if (at < 0 || (at > 0 && body[..at].IndexOfAny("{}[]\\"u8) >= 0))
            return false;

        var rest = BehindBlanks(body[(at + quotedMember.Length)..]);
        if (rest.IsEmpty || rest[0] != ':')
            return false;

        rest = BehindBlanks(rest[1..]);
        if (rest.IsEmpty || rest[0] != '"')
            return false;

        rest = rest[1..];
        var end = rest.IndexOfAny((byte)'"', (byte)'\\');
        if (end < 0 || rest[end] != '"')
            return false;

        literal = rest[..end];
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ReadOnlySpan<byte> BehindBlanks(ReadOnlySpan<byte> text) => !text.IsEmpty && text[0] <= ' ' ? BehindMoreBlanks(text) : text;

    private static ReadOnlySpan<byte> BehindMoreBlanks(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            at++;
        return text[at..];
    }

    private static OperationDescriptor? Select(ContractDispatcher dispatcher, ResourceMethodDescriptor method, ref Utf8JsonCursor reader)
    {
        if (!reader.ValueIsEscaped)
            return dispatcher.Select(method, reader.ValueSpan);
        if (reader.ValueSpan.Length > LongestEscapedLiteral)
            return null;

        Span<byte> unescaped = stackalloc byte[LongestEscapedLiteral];
        return dispatcher.Select(method, unescaped[..reader.CopyString(unescaped)]);
    }

    private static OperationFailure Unknown(ResourceMethodDescriptor method, string member, string what) =>
        new(FailureKind.UnknownOperation,
            $"/{member} {what}. It must be one of: {string.Join(", ", method.Operations.Select(operation => operation.WireName ?? operation.Name))}.");

    private static string Quote(ReadOnlySpan<byte> literal)
    {
        const int most = 64;
        var shown = Math.Min(literal.Length, most);
        // Never in the middle of a character, whose later bytes begin with the bits 10.
        while (shown > 0 && shown < literal.Length && (literal[shown] & 0xC0) == 0x80)
            shown--;
        return $"\"{Encoding.UTF8.GetString(literal[..shown])}{(shown < literal.Length ? "…" : "")}\"";
    }
}
