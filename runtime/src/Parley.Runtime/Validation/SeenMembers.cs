using System.Runtime.CompilerServices;

namespace Parley;

/// <summary>Which of an object's known members were there: a bit for each.</summary>
public static class SeenMembers
{
    /// <summary>Marks a member.</summary>
    /// <param name="seen">The bits of up to 64 members.</param>
    /// <param name="member">The member's number; negative for one that is not known.</param>
    /// <returns>Whether it was marked already.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Repeats(ref ulong seen, int member)
    {
        if (member < 0)
            return false;

        var before = seen;
        seen = before | (1UL << member);
        return seen == before;
    }

    /// <inheritdoc cref="Repeats(ref ulong, int)"/>
    /// <param name="seen">The bits, 64 in a word.</param>
    /// <param name="member">As above.</param>
    public static bool Repeats(Span<ulong> seen, int member) => member >= 0 && Repeats(ref seen[member >> 6], member & 63);

    /// <summary>Reports which of the required members are missing.</summary>
    /// <param name="seen">The bits of the members that were there.</param>
    /// <param name="required">The bits of those that must be.</param>
    /// <param name="start">Byte offset of the object.</param>
    /// <param name="pointer">The place of <c>required</c>.</param>
    /// <param name="sink">Told of each.</param>
    /// <param name="names">The required members' names as JSON, in the order of their bits.</param>
    /// <returns>False when the sink said to stop.</returns>
    public static bool Require<TSink>(ulong seen, ulong required, long start, string pointer, TSink sink, ReadOnlySpan<string> names)
        where TSink : struct, IFailureSink<TSink>
    {
        if (!sink.Reports)
            return false;

        foreach (var name in names)
        {
            var bit = required & (~required + 1);
            required &= ~bit;
            if ((seen & bit) == 0 && !sink.FailAt(start, pointer, $"must have the member {name}"))
                return false;
        }

        return true;
    }
}
