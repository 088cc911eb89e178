using System.Buffers;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Parley;

/// <summary>
/// A schema's <c>pattern</c>: an ECMA-262 expression, matched anywhere in the string and with the meaning that it has there. Compiled at first use and kept by the emitted
/// declaration in a static field. An expression that repeats without bound runs in time linear in the string; only one that needs look-around, a word boundary or a back reference, or is
/// too large for that, backtracks. Backtracking is stopped after <see cref="Timeout"/>, and then nothing is known of the string: the whole text is refused.
/// </summary>
/// <param name="pattern">The expression as it stands in the schema.</param>
public sealed class JsonPattern(string pattern)
{
    private const int OnStack = 256;

    // Shorter strings are decided before looking at the clock would pay.
    private const int WorthMeasuring = 16;

    private readonly AsciiPattern? _ascii = AsciiPattern.TryParse(pattern);
    private Regex? _regex;

    /// <summary>Longest time that matching may take where it backtracks, for one string and for all strings of one call: 1 s.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether the string under the reader matches. For emitted code: what takes too long ends the call of <see cref="JsonText"/>.</summary>
    /// <param name="reader">On a string.</param>
    public bool Matches(scoped ref Utf8JsonCursor reader)
    {
        if (_ascii is not null && !reader.ValueIsEscaped)
            return _ascii.Matches(reader.ValueSpan);

        try
        {
            return MatchesString(ref reader);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new CheckStoppedException(
                reader.TokenStartIndex, "pattern", $"takes longer than {Timeout.TotalSeconds} s to match with the pattern {pattern}");
        }
    }

    /// <summary>Whether a text matches.</summary>
    /// <exception cref="RegexMatchTimeoutException">It takes longer than <see cref="Timeout"/>.</exception>
    public bool Matches(ReadOnlySpan<char> text) => (_regex ??= Compile()).IsMatch(text);

    private bool MatchesString(scoped ref Utf8JsonCursor reader)
    {
        var length = reader.ValueSpan.Length;
        if (length <= OnStack)
        {
            Span<char> onStack = stackalloc char[OnStack];
            return MatchesInTime(onStack[..reader.CopyString(onStack)]);
        }

        var rented = ArrayPool<char>.Shared.Rent(length);
        try
        {
            return MatchesInTime(rented.AsSpan(0, reader.CopyString(rented)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    private bool MatchesInTime(ReadOnlySpan<char> text)
    {
        var regex = _regex ??= Compile();
        if (text.Length < WorthMeasuring || regex.MatchTimeout == Regex.InfiniteMatchTimeout)
            return regex.IsMatch(text);

        var start = Stopwatch.GetTimestamp();
        var matches = regex.IsMatch(text);
        return CallBudget.SpendMatching(start) ? matches : throw new RegexMatchTimeoutException();
    }

    private Regex Compile()
    {
        var translated = EcmaPattern.Translate(pattern);

        // Linear time needs no clock, which on a busy machine would refuse what is valid. Short fixed patterns start faster with backtracking.
        if (translated.Linear)
        {
            try
            {
                return new Regex(translated.Text, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
            }
            catch (NotSupportedException)
            {
                // Counted repetition such as .{1,4000} makes an automaton larger than .NET builds: then with backtracking and the clock.
            }
        }

        return new Regex(translated.Text, RegexOptions.CultureInvariant, Timeout);
    }
}
