namespace Parley.Bayeux;

/// <summary>What the last segment of a pattern stands for; the value is the number of characters that it takes.</summary>
internal enum ChannelWildcard
{
    /// <summary>Itself.</summary>
    None = 0,

    /// <summary><c>*</c>: any one segment.</summary>
    Segment = 1,

    /// <summary><c>**</c>: any one or more segments.</summary>
    Deep = 2,
}
