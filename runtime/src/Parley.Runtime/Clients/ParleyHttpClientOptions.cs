namespace Parley;

/// <summary>Options of <see cref="ParleyHttpClient"/>.</summary>
public sealed record ParleyHttpClientOptions
{
    /// <summary>Largest reply body that is read, in bytes; from 1, default 16777216 (16 MiB). A larger one is a <see cref="ParleyResponseException"/>.</summary>
    public int MaxReplyBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Deepest nesting of a reply; from 1, default 64.</summary>
    public int MaxReplyDepth { get; init; } = 64;

    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    internal ParleyHttpClientOptions Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxReplyBytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxReplyDepth, 1);
        return this;
    }
}
