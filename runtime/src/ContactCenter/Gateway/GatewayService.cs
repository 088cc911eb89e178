using ContactCenter.Agents;
using ContactCenter.Conversations;
using ContactCenter.Interactions;
using ContactCenter.Notifications;
using ContactCenter.Store;
using Parley;

namespace ContactCenter.Gateway;

/// <summary>What customers do: begin, write, type, leave.</summary>
internal sealed class GatewayService(IContactCenterStore store, Closing closing, IInteractionMessages messages)
{
    /// <summary>Queues a new interaction.</summary>
    /// <returns>Its identifier, or why not.</returns>
    public async ValueTask<(string Id, OperationFailure? Failure)> OpenAsync(Arrival arrival, CancellationToken cancellationToken)
    {
        if (AttachedData.CheckSize(arrival.UserData, "#/userData") is { } tooMuch)
            return ("", tooMuch);
        var id = NewId.Create();
        var failure = await store.RunAsync(
            async work =>
            {
                if (!await work.HasQueueAsync(arrival.Queue))
                    return OperationFailure.InvalidMember($"There is no queue \"{arrival.Queue}\" (#/queue).");
                var found = await Case.CreateAsync(work, arrival.ToRow(id, work.Now));
                if (found.Interaction.IsConversation)
                {
                    await Transcript.AddFromCustomerAsync(work, found, EntryTypes.ParticipantJoined);
                    if (arrival.Text is not null)
                        await Transcript.AddFromCustomerAsync(work, found, EntryTypes.Text, arrival.Text);
                    await found.SaveAsync(work);
                }

                work.RequestRouting();
                return null;
            },
            cancellationToken);
        return (id, failure);
    }

    /// <summary>The customer writes.</summary>
    public ValueTask<OperationFailure?> SendAsync(string channel, string id, OperationDescriptor operation, string text, CancellationToken cancellationToken) =>
        ChangeAsync(channel, id, operation, (work, found) => TellAsync(work, found, EntryTypes.Text, text), cancellationToken);

    /// <summary>The customer has started or stopped typing.</summary>
    public ValueTask<OperationFailure?> TypeAsync(string channel, string id, OperationDescriptor operation, bool started, CancellationToken cancellationToken) =>
        ChangeAsync(
            channel, id, operation,
            (work, found) => TellAsync(work, found, started ? EntryTypes.TypingStarted : EntryTypes.TypingStopped, null),
            cancellationToken);

    /// <summary>The customer leaves: the conversation ends. Agents in it go into after-work; what nobody has taken is over.</summary>
    public ValueTask<OperationFailure?> LeaveAsync(string channel, string id, OperationDescriptor operation, CancellationToken cancellationToken) =>
        ChangeAsync(
            channel, id, operation,
            async (work, found) =>
            {
                await closing.EndSessionAsync(work, found, null);
                await closing.FinishIfLeftAsync(work, found);
            },
            cancellationToken);

    /// <summary>Reads the session as the customer sees it.</summary>
    /// <param name="channel">Its channel.</param>
    /// <param name="id">Its identifier.</param>
    /// <param name="from">First index of the transcript.</param>
    /// <param name="count">Most entries; 0: all.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Null when there is none of this channel and identifier.</returns>
    public async ValueTask<CustomerView?> ReadAsync(string channel, string id, long from, long count, CancellationToken cancellationToken)
    {
        await using var session = await store.ReadAsync(cancellationToken);
        if (await Case.LoadAsync(session, id) is not { } found || found.Interaction.Channel != channel)
            return null;
        var page = await Transcript.ReadAsync(session, id, Visibilities.All, from, count);
        // A page that is full may have left entries behind it.
        var next = count > 0 && page.Count == count ? page[^1].Idx + 1 : found.Interaction.LastIndex + 1;
        return new CustomerView(found, CustomerState(found), page, next);
    }

    private static string CustomerState(Case found)
    {
        if (!found.Interaction.SessionOpen)
            return States.Completed;
        return found.Working.Any(part => !part.IsSupervisor) ? States.Chatting : States.WaitingForAgent;
    }

    private static string Noun(string channel) => channel == Channels.Chat ? "chat" : "SMS session";

    private async ValueTask TellAsync(IUnitOfWork work, Case found, string type, string? text)
    {
        var entry = await Transcript.AddFromCustomerAsync(work, found, type, text);
        foreach (var part in found.Working)
            messages.Log(work, found, part.AgentId, [entry]);
    }

    private ValueTask<OperationFailure?> ChangeAsync(
        string channel, string id, OperationDescriptor operation, Func<IUnitOfWork, Case, ValueTask> change, CancellationToken cancellationToken) =>
        store.RunAsync(
            async work =>
            {
                if (await Case.LoadAsync(work, id) is not { } found || found.Interaction.Channel != channel)
                    return OperationFailure.NotFound($"There is no {Noun(channel)} {id}.");
                if (LifecycleGuard.Check(operation, CustomerState(found)) is { } failure)
                    return failure;
                await change(work, found);
                await found.SaveAsync(work);
                return null;
            },
            cancellationToken);
}
