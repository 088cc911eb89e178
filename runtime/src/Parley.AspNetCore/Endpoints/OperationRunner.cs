using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Parley.AspNetCore;

/// <summary>Takes a call from body to reply: contract by channel, operation by discriminator, authorization, dispatch. Every transport comes through here.</summary>
internal sealed partial class OperationRunner(
    OperationAuthorizer authorizer, ParleyMetrics metrics, IOptions<ParleyOptions> options, ILogger<OperationRunner> logger)
{
    private readonly JsonReaderOptions _readerOptions = new() { MaxDepth = options.Value.MaxDepth };

    /// <summary>Runs the call and writes the reply, in the envelope of the operation that was called as soon as it is known.</summary>
    /// <returns>The HTTP status that the contract documents for the outcome.</returns>
    public async ValueTask<int> RunAsync(OperationRequest request, IBufferWriter<byte> output, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var (route, failure) = await RouteAsync(request, cancellationToken);
        if (failure is not null)
            return Refuse(route, failure, request, output, started);

        await using var scope = request.Services.CreateAsyncScope();
        var dispatcher = route.Registration.CreateDispatcher(scope.ServiceProvider);
        if (Discriminator.Find(dispatcher, route.Method, request.Body.Span, _readerOptions, out var operation) is { } unknown)
            return Refuse(route, unknown, request, output, started);

        var call = new OperationCall
        {
            Context = new OperationContext { Operation = operation!, User = request.User, UserId = request.UserId, BaseUri = request.BaseUri },
            Body = request.Body,
            ReaderOptions = _readerOptions,
            PathValues = request.PathValues,
            Output = output,
        };

        using var activity = ParleyMetrics.Activities.StartActivity($"{dispatcher.Contract.Name}.{operation!.Name}", ActivityKind.Server);
        await DispatchAsync(dispatcher, call, cancellationToken);
        activity?.SetTag("parley.outcome", ParleyMetrics.OutcomeOf(call.Failure));
        metrics.Record(dispatcher.Contract, operation, call.Failure, started);
        return call.HttpStatus;
    }

    /// <summary>Writes a failure that happened before the operation was known, in the envelope of the contract that answers for the resource.</summary>
    /// <returns>The HTTP status that the contract documents for the failure.</returns>
    public async ValueTask<int> RefuseAsync(OperationRequest request, OperationFailure failure, IBufferWriter<byte> output, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var (route, notFound) = await RouteAsync(request, cancellationToken);
        return Refuse(route, notFound ?? failure, request, output, started);
    }

    /// <summary>Writes the failure of a caller who is not known, before anything is looked up for him.</summary>
    /// <returns>The HTTP status that the contract documents for the failure.</returns>
    public int RefuseStranger(OperationRequest request, IBufferWriter<byte> output) =>
        Refuse(request.Group.Default, new OperationFailure(FailureKind.NotAuthenticated, "Access denied"), request, output, Stopwatch.GetTimestamp());

    private int Refuse(OperationRoute route, OperationFailure failure, OperationRequest request, IBufferWriter<byte> output, long started)
    {
        metrics.Record(route.Registration.Contract, operation: null, failure, started);
        return route.Method.Envelope.Write(output, failure, request.Body.Span);
    }

    private async ValueTask<(OperationRoute Route, OperationFailure? Failure)> RouteAsync(OperationRequest request, CancellationToken cancellationToken)
    {
        var group = request.Group;
        if (!group.IsShared)
            return (group.Default, null);

        try
        {
            var resolver = request.Services.GetRequiredService<IResourceChannelResolver>();
            var channel = await resolver.ResolveAsync(group.Template, request.PathValues, request.UserId, cancellationToken);
            return group.ForChannel(channel) is { } route ? (route, null) : (group.Default, NothingFound(request));
        }
        catch (Exception exception) when (!IsCallerGone(exception, cancellationToken))
        {
            return (group.Default, Fault(exception, group.Default.Registration.Contract.Name, group.Template));
        }
    }

    private async ValueTask DispatchAsync(ContractDispatcher dispatcher, OperationCall call, CancellationToken cancellationToken)
    {
        try
        {
            if (await authorizer.RefuseAsync(call.Context) is { } refusal)
                call.Fail(refusal);
            else
                await dispatcher.DispatchAsync(call, cancellationToken);
        }
        catch (Exception exception) when (!IsCallerGone(exception, cancellationToken))
        {
            call.Fail(Fault(exception, dispatcher.Contract.Name, call.Context.Operation.Name));
        }
    }

    private static bool IsCallerGone(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && cancellationToken.IsCancellationRequested;

    private static OperationFailure NothingFound(OperationRequest request) =>
        OperationFailure.NotFound($"{request.Group.Template} has nothing for {string.Join(", ", request.PathValues)}.");

    /// <summary>The caller learns that the server failed and a number to quote; what failed is for the log alone.</summary>
    private OperationFailure Fault(Exception exception, string contract, string operation)
    {
        var incident = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToString();
        LogFault(logger, exception, contract, operation, incident);
        return new OperationFailure(FailureKind.InternalError, $"The server failed and changed nothing. Incident {incident}.");
    }

    [LoggerMessage(1, LogLevel.Error, "{Contract}.{Operation} failed, incident {Incident}")]
    private static partial void LogFault(ILogger logger, Exception exception, string contract, string operation, string incident);
}
