using System.Threading.Channels;

namespace Parley;

/// <summary>Hands messages to handlers, one at a time in the order received, apart from the receiving: a handler may itself send and wait.</summary>
internal sealed class BayeuxDelivery(BayeuxSubscriptions subscriptions, Action<string, Exception>? handlerFailed)
{
    // Past this many waiting messages receiving pauses, so that a slow handler costs bounded memory.
    private const int Capacity = 1024;
    private readonly Channel<(string Channel, ReadOnlyMemory<byte> Data)> _waiting =
        Channel.CreateBounded<(string, ReadOnlyMemory<byte>)>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    /// <summary>Adds a message behind those that wait.</summary>
    public ValueTask EnqueueAsync(string channel, ReadOnlyMemory<byte> data, CancellationToken cancellationToken) =>
        _waiting.Writer.WriteAsync((channel, data), cancellationToken);

    /// <summary>Delivers until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var (channel, data) in _waiting.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var handler in subscriptions.Matching(channel))
            {
                try
                {
                    await handler(channel, data, cancellationToken).ConfigureAwait(false);
                }
                catch (Exception exception) when (handlerFailed is not null && !cancellationToken.IsCancellationRequested)
                {
                    handlerFailed(channel, exception);
                }
            }
        }
    }
}
