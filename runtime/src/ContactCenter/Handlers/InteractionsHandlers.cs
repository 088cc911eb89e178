using ContactCenter.Accounts;
using ContactCenter.Contracts.Common;
using ContactCenter.Contracts.Interactions;
using ContactCenter.Interactions;
using ContactCenter.Workbins;
using Parley;

namespace ContactCenter.Handlers;

/// <summary>The Interactions contract.</summary>
internal sealed class InteractionsHandlers(
    InteractionLists lists,
    AcceptService accepting,
    CompletionService completion,
    ConferenceService conferences,
    TransferService transfers,
    PropertyService properties,
    WorkbinService workbins)
    : IInteractionsOperations
{
    public async ValueTask<Outcome<ListInteractionsSuccess>> ListInteractionsAsync(OperationContext context, CancellationToken cancellationToken) =>
        new ListInteractionsSuccess { Uris = (await lists.AllAsync(cancellationToken)).ToValueList() };

    public async ValueTask<Outcome<ListMyInteractionsSuccess>> ListMyInteractionsAsync(
        ListMyInteractionsQuery query, OperationContext context, CancellationToken cancellationToken)
    {
        var mine = await lists.OfAgentAsync(context.UserId, cancellationToken);
        return query.Fields is null
            ? new ListMyInteractionsSuccess { Uris = mine.Select(message => message.Uri!).ToValueList() }
            : new ListMyInteractionsSuccess { Interactions = mine.ToValueList() };
    }

    public async ValueTask<Outcome<GetInteractionSuccess>> GetInteractionAsync(string id, OperationContext context, CancellationToken cancellationToken) =>
        await lists.FindAsync(id, context.UserId, context.User.IsInRole(Permission.ContactCenterAdmin), cancellationToken) is { } message
            ? new GetInteractionSuccess { Interaction = message }
            : OperationFailure.NotFound($"There is no interaction {id}.");

    public ValueTask<Outcome<StatusCodeSuccess>> UpdateInteractionAsync(
        string id, UpdateInteractionRequest request, OperationContext context, CancellationToken cancellationToken)
    {
        if (request.Id is { } given && given != id)
            return ValueTask.FromResult<Outcome<StatusCodeSuccess>>(OperationFailure.InvalidMember($"The id is not the one in the URL, {id} (#/id)."));
        return properties.UpdateAsync(id, Caller.From(context), JsonOf(request.AdditionalMembers), "#", cancellationToken).AsStatusCode();
    }

    public ValueTask<Outcome<StatusSuccess>> AcceptAsync(string id, AcceptRequest request, OperationContext context, CancellationToken cancellationToken) =>
        accepting.AcceptAsync(id, Caller.From(context), nickname: null, cancellationToken).AsStatus();

    public ValueTask<Outcome<StatusSuccess>> RejectAsync(string id, RejectRequest request, OperationContext context, CancellationToken cancellationToken) =>
        accepting.RejectAsync(id, Caller.From(context), cancellationToken).AsStatus();

    public ValueTask<Outcome<StatusSuccess>> StopProcessingAsync(
        string id, StopProcessingRequest request, OperationContext context, CancellationToken cancellationToken) =>
        completion.CompleteAsync(id, Caller.From(context), cancellationToken).AsStatus();

    public ValueTask<Outcome<StatusSuccess>> PlaceInQueueAsync(
        string id, PlaceInQueueRequest request, OperationContext context, CancellationToken cancellationToken) =>
        completion.PlaceInQueueAsync(id, Caller.From(context), request.Queue, "#/queue", cancellationToken).AsStatus();

    public ValueTask<Outcome<StatusSuccess>> UpdatePropertiesAsync(
        string id, UpdatePropertiesRequest request, OperationContext context, CancellationToken cancellationToken) =>
        properties.UpdateAsync(id, Caller.From(context), JsonOf(request.Properties), "#/properties", cancellationToken).AsStatus();

    public ValueTask<Outcome<StatusSuccess>> PlaceInWorkbinAsync(
        string id, PlaceInWorkbinRequest request, OperationContext context, CancellationToken cancellationToken) =>
        workbins.PlaceAsync(id, Caller.From(context), request.Workbin, cancellationToken).AsStatus();

    public ValueTask<Outcome<StatusSuccess>> GetWorkbinContentAsync(
        string id, GetWorkbinContentRequest request, OperationContext context, CancellationToken cancellationToken) =>
        workbins.SendContentAsync(context.UserId, request.Workbin, cancellationToken).AsStatus();

    public ValueTask<Outcome<StatusSuccess>> TransferAsync(string id, TransferRequest request, OperationContext context, CancellationToken cancellationToken) =>
        transfers.ToAgentAsync(id, Caller.From(context), request.TargetId, cancellationToken).AsStatus();

    public ValueTask<Outcome<StatusSuccess>> StartConferenceAsync(
        string id, StartConferenceRequest request, OperationContext context, CancellationToken cancellationToken) =>
        conferences.InviteAsync(id, Caller.From(context), request.AgentId, cancellationToken).AsStatus();

    public ValueTask<Outcome<StatusSuccess>> EndConferenceAsync(
        string id, EndConferenceRequest request, OperationContext context, CancellationToken cancellationToken) =>
        conferences.LeaveAsync(id, Caller.From(context), request.AgentId, cancellationToken).AsStatus();

    private static List<KeyValuePair<string, string>> JsonOf(ValueMap<JsonValue> values) =>
        [.. values.Select(member => KeyValuePair.Create(member.Key, member.Value.ToString()))];
}
