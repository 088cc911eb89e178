using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Parley;

/// <summary>
/// A schema's <c>pattern</c>: an ECMA-262 expression, matched anywhere in the string and with the meaning that it has there. Compiled at first use and kept by the emitted
/// declaration in a static field. An expression that repeats without bound runs in time linear in the string; only one that needs look-around, a word boundary or a back reference
/// backtracks, and is stopped after <see cref="Timeout"/>: a string on which it takes longer counts as not matching.
/// </summary>
/// <param name="pattern">The expression as it stands in the schema.</param>
public sealed class JsonPattern(string pattern)
{
    private const int OnStack = 256;
    private readonly AsciiPattern? _ascii = AsciiPattern.TryParse(pattern);
    private Regex? _regex;

    /// <summary>Longest time one match may take where it backtracks: 1 s.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether the string under the reader matches.</summary>
    /// <param name="reader">On a string.</param>
    public bool Matches(scoped ref Utf8JsonReader reader)
    {
        if (_ascii is not null && !reader.ValueIsEscaped)
            return _ascii.Matches(reader.ValueSpan);

        var length = reader.ValueSpan.Length;
        if (length <= OnStack)
        {
            Span<char> onStack = stackalloc char[OnStack];
            return Matches(onStack[..reader.CopyString(onStack)]);
        }

        var rented = ArrayPool<char>.Shared.Rent(length);
        try
        {
            return Matches(rented.AsSpan(0, reader.CopyString(rented)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    /// <summary>Whether a text matches.</summary>
    public bool Matches(ReadOnlySpan<char> text)
    {
        try
        {
            return (_regex ??= Compile()).IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            // A refusal is the documented answer to text that was made to stall the matcher.
            return false;
        }
    }

    private Regex Compile()
    {
        var translated = EcmaPattern.Translate(pattern);

        // Linear time needs no clock, which on a busy machine would refuse what is valid. Short fixed patterns start faster with backtracking.
        return translated.Linear
            ? new Regex(translated.Text, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)
            : new Regex(translated.Text, RegexOptions.CultureInvariant, Timeout);
    }
}
