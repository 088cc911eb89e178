using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Parley.Bayeux;

/// <summary>A channel, or a pattern that ends in <c>/*</c> (one segment) or <c>/**</c> (one or more segments).</summary>
internal readonly record struct ChannelPattern
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/ !#$()*+-.@_{~}");

    // A session keeps what it subscribes to, and a publisher looks up every segment.
    private const int MaxLength = 512;

    private ChannelPattern(string text, ChannelWildcard wildcard)
    {
        Text = text;
        Wildcard = wildcard;
    }

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>What the last segment stands for.</summary>
    public ChannelWildcard Wildcard { get; }

    /// <summary>Whether it lies in <c>/meta</c>, which is the protocol's own.</summary>
    public bool IsMeta => Under("/meta");

    /// <summary>Whether it lies in <c>/service</c>, where messages go to a handler and never to subscribers.</summary>
    public bool IsService => Under("/service");

    /// <summary>The part before the wildcard segment, with the slash at its end.</summary>
    private ReadOnlySpan<char> Prefix => Text.AsSpan(0, Text.Length - (int)Wildcard);

    /// <summary>Reads a channel or pattern.</summary>
    /// <returns>False when it is longer than 512 characters, a character is not allowed, a segment is empty, or a <c>*</c> stands anywhere but alone in the last segment.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ChannelPattern pattern)
    {
        pattern = default;
        if (text is null || text.Length is < 2 or > MaxLength || text[0] != '/' || text[^1] == '/')
            return false;
        if (text.AsSpan().ContainsAnyExcept(Allowed) || text.Contains("//", StringComparison.Ordinal))
            return false;

        var wildcard = text.EndsWith("/**", StringComparison.Ordinal) ? ChannelWildcard.Deep
            : text.EndsWith("/*", StringComparison.Ordinal) ? ChannelWildcard.Segment
            : ChannelWildcard.None;
        if (text.AsSpan(0, text.Length - (int)wildcard).Contains('*'))
            return false;

        pattern = new(text, wildcard);
        return true;
    }

    /// <summary>Whether events of a channel belong to this pattern.</summary>
    public bool Matches(ReadOnlySpan<char> channel) => Wildcard switch
    {
        ChannelWildcard.None => channel.SequenceEqual(Text),
        ChannelWildcard.Segment => Below(channel) && !channel[Prefix.Length..].Contains('/'),
        _ => Below(channel),
    };

    /// <summary>Whether everything that the other pattern matches is matched by this one.</summary>
    public bool Covers(ChannelPattern other) => (Wildcard, other.Wildcard) switch
    {
        (_, ChannelWildcard.None) => Matches(other.Text),
        (ChannelWildcard.Segment, ChannelWildcard.Segment) => other.Text == Text,
        (ChannelWildcard.Deep, _) => other.Prefix.StartsWith(Prefix),
        _ => false,
    };

    private bool Below(ReadOnlySpan<char> channel) => channel.Length > Prefix.Length && channel.StartsWith(Prefix);

    private bool Under(string root) => Text.StartsWith(root, StringComparison.Ordinal) && (Text.Length == root.Length || Text[root.Length] == '/');
}
