using System.Text;
using Parley;

namespace ContactCenter.Interactions;

/// <summary>How much data an interaction carries: all of it goes out with every notification about the interaction.</summary>
internal static class AttachedData
{
    /// <summary>Most keys.</summary>
    public const int MaxKeys = 1000;

    /// <summary>Most bytes of the JSON object as UTF-8.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>Refuses too much data.</summary>
    /// <param name="keys">How many keys the interaction would have.</param>
    /// <param name="json">All its data as a JSON object.</param>
    /// <param name="pointer">Place in the request, for the failure's message.</param>
    public static OperationFailure? Check(int keys, string json, string pointer)
    {
        if (keys > MaxKeys)
            return OperationFailure.InvalidMember($"The interaction would have {keys} properties; it holds at most {MaxKeys} ({pointer}).");
        return CheckSize(json, pointer);
    }

    /// <summary>Refuses data of too many bytes.</summary>
    /// <param name="json">All data of the interaction as a JSON object.</param>
    /// <param name="pointer">Place in the request, for the failure's message.</param>
    public static OperationFailure? CheckSize(string json, string pointer) => Encoding.UTF8.GetByteCount(json) is var bytes and > MaxBytes
        ? OperationFailure.InvalidMember($"The properties of the interaction would take {bytes} bytes of JSON; it holds at most {MaxBytes} ({pointer}).")
        : null;
}
