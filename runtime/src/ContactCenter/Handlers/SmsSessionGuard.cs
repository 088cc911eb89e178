using ContactCenter.Interactions;
using ContactCenter.Store;
using Parley;

namespace ContactCenter.Handlers;

/// <summary>Keeps interactions of other channels off the URLs of SMS sessions. An interaction never changes its channel, so asking before the operation is safe.</summary>
internal sealed class SmsSessionGuard(IContactCenterStore store)
{
    /// <summary>Runs an operation when the id is that of an SMS session.</summary>
    public async ValueTask<OperationFailure?> RunAsync(string id, Func<ValueTask<OperationFailure?>> operation, CancellationToken cancellationToken)
    {
        await using (var session = await store.ReadAsync(cancellationToken))
        {
            if (await session.ScalarAsync<string>("SELECT channel FROM interactions WHERE id = @id", new { id }) != Channels.Sms)
                return OperationFailure.NotFound($"There is no SMS session {id}.");
        }

        return await operation();
    }
}
