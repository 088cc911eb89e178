namespace Parley;

/// <summary>
/// Ends a whole call as a refusal. For what leaves a rule undecided: counted as broken inside <c>not</c> it would let the value through, so no
/// branch may answer for it. Never leaves <see cref="JsonText"/>.
/// </summary>
/// <param name="offset">Byte offset of the token at which the call ended.</param>
/// <param name="keyword">What to report as the keyword.</param>
/// <param name="message">A sentence that follows the place.</param>
internal sealed class CheckStoppedException(long offset, string keyword, string message) : Exception(message)
{
    /// <summary>Byte offset of the token at which the call ended.</summary>
    public long Offset => offset;

    /// <summary>What to report as the keyword.</summary>
    public string Keyword => keyword;
}
