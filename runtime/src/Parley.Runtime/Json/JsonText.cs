using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Parley;

/// <summary>
/// The way into emitted code: makes the cursor that checks what concerns the text itself (UTF-8, escapes, nesting), sees that nothing follows the value, and turns
/// malformed JSON into a verdict instead of an exception.
/// </summary>
public static class JsonText
{
    /// <summary>Verdict and value in one pass; where the schema has <c>if</c>, <c>anyOf</c>, <c>oneOf</c> or <c>not</c>, the value concerned is read once more for each branch.</summary>
    /// <typeparam name="TDeclaration">The emitted declaration.</typeparam>
    /// <typeparam name="TValue">What its values are in C#.</typeparam>
    public static bool TryRead<TDeclaration, TValue>(ReadOnlySpan<byte> utf8Json, [MaybeNullWhen(false)] out TValue value, JsonReaderOptions options = default)
        where TDeclaration : IJsonDeclaration<TValue>
    {
        CallBudget.Begin(utf8Json.Length);
        if (Read<TDeclaration, TValue>(utf8Json, options, out value, out var exhausted))
            return true;

        // Reading checks ahead at each record, validating once for all: what that is given decides.
        if (!exhausted || !Validate<TDeclaration, TValue>(utf8Json, options))
            return false;

        CallBudget.BeginUnbounded();
        return Read<TDeclaration, TValue>(utf8Json, options, out value, out _);
    }

    /// <summary>Verdict only, without allocating.</summary>
    /// <inheritdoc cref="TryRead{TDeclaration, TValue}"/>
    public static bool Validate<TDeclaration, TValue>(ReadOnlySpan<byte> utf8Json, JsonReaderOptions options = default)
        where TDeclaration : IJsonDeclaration<TValue>
    {
        var reader = new Utf8JsonCursor(utf8Json, options);
        CallBudget.Begin(utf8Json.Length);
        try
        {
            return reader.Read() && TDeclaration.Check(ref reader, default(VerdictOnly)) && !reader.Read();
        }
        catch (Exception exception) when (exception is JsonException or CheckStoppedException)
        {
            // As in TryRead.
            return false;
        }
    }

    /// <summary>Every error with its place, at most <see cref="Explaining.MaximumErrors"/>; empty when the text is valid.</summary>
    /// <inheritdoc cref="TryRead{TDeclaration, TValue}"/>
    public static SchemaErrors Explain<TDeclaration, TValue>(ReadOnlySpan<byte> utf8Json, JsonReaderOptions options = default)
        where TDeclaration : IJsonDeclaration<TValue>
    {
        options = Normalize(options);
        if (MalformedText.Find(utf8Json, options) is { } malformed)
            return new SchemaErrors([malformed]);

        var collector = new FailureCollector();
        var reader = new Utf8JsonCursor(utf8Json, options);
        reader.Read();
        CallBudget.Begin(utf8Json.Length);
        try
        {
            TDeclaration.Check(ref reader, new Explaining(collector));
        }
        catch (CheckStoppedException stopped)
        {
            collector.Add(new Failure(stopped.Offset, "", "", stopped.Keyword, stopped.Message));
        }

        return collector.Locate(utf8Json, options);
    }

    private static bool Read<TDeclaration, TValue>(
        ReadOnlySpan<byte> utf8Json, JsonReaderOptions options, [MaybeNullWhen(false)] out TValue value, out bool exhausted)
        where TDeclaration : IJsonDeclaration<TValue>
    {
        exhausted = false;
        var reader = new Utf8JsonCursor(utf8Json, options);
        try
        {
            if (reader.Read() && TDeclaration.Read(ref reader, out value) && !reader.Read())
                return true;
        }
        catch (JsonException)
        {
            // Malformed JSON is a verdict here; Explain says where and why.
        }
        catch (CheckStoppedException stopped)
        {
            // So is a rule that cannot be decided.
            exhausted = stopped.Keyword == CallBudget.Keyword;
        }

        value = default;
        return false;
    }

    // For the reader that words what is wrong: it is to see what the cursor sees.
    private static JsonReaderOptions Normalize(JsonReaderOptions options)
    {
        if (options.CommentHandling == JsonCommentHandling.Allow)
            options.CommentHandling = JsonCommentHandling.Skip;
        options.AllowMultipleValues = false;
        return options;
    }
}
