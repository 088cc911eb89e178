using System.Text;
using System.Text.Json;

namespace Parley;

/// <summary>Tells which operation a body asks for, before the body is validated.</summary>
public static class Discriminator
{
    /// <summary>Longest escaped literal that is looked at; a longer one names no operation.</summary>
    private const int LongestEscapedLiteral = 256;

    /// <summary>
    /// Finds the discriminator in one scan and selects its operation. The scan ends at the first occurrence, so what follows it is not looked at:
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

        operation = null;
        if (method.Discriminator is not { } member)
        {
            operation = method.Operations[0];
            return null;
        }

        var reader = new Utf8JsonReader(body, options);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return JsonTextCheck.Explain(body, options) ?? new OperationFailure(FailureKind.MalformedBody, $"The body must be a JSON object, not {JsonTextCheck.NameOf(reader.TokenType)}.");

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var found = reader.ValueTextEquals(member);
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

    private static OperationDescriptor? Select(ContractDispatcher dispatcher, ResourceMethodDescriptor method, ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return dispatcher.Select(method, reader.ValueSpan);
        if (reader.ValueSpan.Length > LongestEscapedLiteral)
            return null;

        Span<byte> unescaped = stackalloc byte[LongestEscapedLiteral];
        try
        {
            return dispatcher.Select(method, unescaped[..reader.CopyString(unescaped)]);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair or broken UTF-8: no operation is called that.
            return null;
        }
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
