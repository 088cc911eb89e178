using Parley;

namespace ContactCenter.Store;

/// <summary>Runs an operation as one unit of work.</summary>
internal static class UnitsOfWork
{
    private const int Attempts = 5;

    /// <summary>Runs an operation; commits when it succeeds, undoes everything when it fails. After a <see cref="ConflictException"/> it starts again on the new state.</summary>
    /// <param name="store">The store.</param>
    /// <param name="operation">The operation: null when it succeeded, else the failure.</param>
    /// <param name="cancellationToken">Ends the waiting for the turn to write.</param>
    /// <returns>What the operation returned.</returns>
    public static async ValueTask<OperationFailure?> RunAsync(
        this IContactCenterStore store, Func<IUnitOfWork, ValueTask<OperationFailure?>> operation, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var work = await store.BeginAsync(cancellationToken);
            try
            {
                var failure = await operation(work);
                if (failure is null)
                    await work.CommitAsync(cancellationToken);
                return failure;
            }
            catch (ConflictException) when (attempt < Attempts)
            {
                // The next attempt reads the state that the other one has left.
            }
        }
    }
}
