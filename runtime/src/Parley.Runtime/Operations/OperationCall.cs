using System.Buffers;
using System.Text.Json;

namespace Parley;

/// <summary>One call of one operation, from body to reply. Made by the host, run by the emitted dispatcher.</summary>
public sealed class OperationCall
{
    /// <summary>Who called which operation.</summary>
    public required OperationContext Context { get; init; }

    /// <summary>The request as UTF-8 JSON: the body, or for a method without body the query parameters as an object.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Limits for reading the body.</summary>
    public JsonReaderOptions ReaderOptions { get; init; }

    /// <summary>Values of the template's parameters, unescaped, in template order.</summary>
    public IReadOnlyList<string> PathValues { get; init; } = [];

    /// <summary>Where the reply goes, as UTF-8 JSON.</summary>
    public required IBufferWriter<byte> Output { get; init; }

    /// <summary>HTTP status of the reply: 200 until the operation fails.</summary>
    public int HttpStatus { get; private set; } = 200;

    /// <summary>Why the operation failed, or null.</summary>
    public OperationFailure? Failure { get; private set; }

    /// <summary>Reads and validates the request, calls the handler and writes its reply in the operation's envelope.</summary>
    /// <typeparam name="THandlers">The contract's operations interface.</typeparam>
    /// <typeparam name="TRequest">The request type.</typeparam>
    /// <typeparam name="TSuccess">The success type.</typeparam>
    /// <param name="handlers">The implementation.</param>
    /// <param name="handler">Calls one method of it.</param>
    /// <param name="cancellationToken">Cancelled when the caller goes away.</param>
    public async ValueTask RunAsync<THandlers, TRequest, TSuccess>(
        THandlers handlers,
        Func<THandlers, OperationCall, TRequest, CancellationToken, ValueTask<Outcome<TSuccess>>> handler,
        CancellationToken cancellationToken)
        where TRequest : class, IJsonType<TRequest>
        where TSuccess : class, IJsonType<TSuccess>
    {
        if (!TRequest.TryRead(Body.Span, out var request, ReaderOptions))
        {
            // A text that ran into a limit of time once may pass it the next time; refused it stays.
            Fail(TRequest.Explain(Body.Span, ReaderOptions) is [var first, ..]
                ? first.ToFailure()
                : new OperationFailure(FailureKind.InvalidMember, "The body could not be validated within the limits of time and effort."));
            return;
        }

        Complete(await handler(handlers, this, request, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>As <see cref="RunAsync{THandlers, TRequest, TSuccess}"/> for an operation without request members.</summary>
    /// <inheritdoc cref="RunAsync{THandlers, TRequest, TSuccess}"/>
    public async ValueTask RunAsync<THandlers, TSuccess>(
        THandlers handlers,
        Func<THandlers, OperationCall, CancellationToken, ValueTask<Outcome<TSuccess>>> handler,
        CancellationToken cancellationToken)
        where TSuccess : class, IJsonType<TSuccess>
    {
        // No schema reads this body, yet what selected the operation must still stand in one well-formed text.
        if (Context.Operation.WireName is not null && JsonTextCheck.Explain(Body.Span, ReaderOptions) is { } malformed)
        {
            Fail(malformed);
            return;
        }

        Complete(await handler(handlers, this, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Writes a failure in the operation's envelope.</summary>
    public void Fail(OperationFailure failure)
    {
        Failure = failure;
        HttpStatus = Context.Operation.Envelope.Write(Output, failure, Body.Span);
    }

    private void Complete<TSuccess>(Outcome<TSuccess> outcome)
        where TSuccess : class, IJsonType<TSuccess>
    {
        if (!outcome.Succeeded)
        {
            Fail(outcome.Failure);
            return;
        }

        using var writer = new Utf8JsonWriter(Output, JsonOutput.Options);
        outcome.Value.WriteTo(writer);
    }
}
