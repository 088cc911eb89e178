namespace Parley.Schema.Json;

/// <summary>A range of a text in UTF-16 code units.</summary>
/// <param name="Start">Offset of the first unit.</param>
/// <param name="Length">Number of units.</param>
public readonly record struct JsonSpan(int Start, int Length)
{
    /// <summary>Offset after the last unit.</summary>
    public int End => Start + Length;
}
