using ContactCenter.Contracts.Common;
using Parley;

namespace ContactCenter.Handlers;

/// <summary>Turns what services return into the success message of an envelope, or the failure.</summary>
internal static class Replies
{
    private static readonly StatusSuccess Ok = new();
    private static readonly StatusCodeSuccess Zero = new();

    /// <summary>In the <c>status</c> envelope.</summary>
    public static async ValueTask<Outcome<StatusSuccess>> AsStatus(this ValueTask<OperationFailure?> result) =>
        await result is { } failure ? failure : Ok;

    /// <summary>In the <c>statusCode</c> envelope.</summary>
    public static async ValueTask<Outcome<StatusCodeSuccess>> AsStatusCode(this ValueTask<OperationFailure?> result) =>
        await result is { } failure ? failure : Zero;
}
