namespace Parley.AspNetCore;

/// <summary>
/// Tells which channel a resource behind a shared URL has, where several contracts answer on one URL: the contract that claims the channel gets the call,
/// any other channel goes to the contract that claims none.
/// </summary>
public interface IResourceChannelResolver
{
    /// <summary>Finds the channel.</summary>
    /// <param name="template">The URL template that the contracts share.</param>
    /// <param name="pathValues">Values of the template's parameters, in template order.</param>
    /// <param name="userId">The caller (<see cref="OperationContext.UserId"/>).</param>
    /// <param name="cancellationToken">Cancelled when the caller goes away.</param>
    /// <returns>
    /// The channel, or null when the resource does not exist <b>for this caller</b>: an answer that differs for resources the caller may not see would give them away.
    /// </returns>
    ValueTask<string?> ResolveAsync(string template, IReadOnlyList<string> pathValues, string userId, CancellationToken cancellationToken);
}
