using System.Text.Json.Nodes;
using System.Threading.Channels;
using ContactCenter.Provider.States;
using Parley;

namespace ContactCenter.Provider.Bayeux;

/// <summary>Takes notifications where clients get them: from a Bayeux session of the caller.</summary>
internal sealed class NotificationTap(HttpClient caller, Scene scene)
{
    private static readonly Uri Endpoint = new("/api/v2/notifications", UriKind.Relative);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Subscribes, lets something happen, and takes the first notification meant that comes of it.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="act">What happens.</param>
    /// <param name="isMeant">Tells the notification, by its payload, from others that come of the same.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Channel and payload as they came, without what only the session means: message id, acknowledgements.</returns>
    /// <exception cref="TimeoutException">It did not come in time.</exception>
    public async Task<JsonNode?> TakeAsync(string channel, Func<CancellationToken, Task> act, Func<JsonNode, bool> isMeant, CancellationToken cancellationToken)
    {
        // Setting the state up has caused notifications of its own.
        await scene.ForgetNotificationsAsync(cancellationToken);

        var received = Channel.CreateUnbounded<(string Channel, JsonNode Data)>();
        await using var client = new BayeuxClient(caller, new Uri(caller.BaseAddress!, Endpoint));
        await client.StartAsync(cancellationToken);
        await client.SubscribeAsync(channel, (from, data, cancel) => received.Writer.WriteAsync((from, JsonNode.Parse(data.Span)!), cancel), cancellationToken);
        await act(cancellationToken);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        var others = new List<string>();
        try
        {
            await foreach (var (from, data) in received.Reader.ReadAllAsync(limit.Token))
            {
                if (isMeant(data))
                    return new JsonObject { ["channel"] = from, ["data"] = data };
                others.Add(data.ToJsonString());
            }
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The notification did not come within {Patience.TotalSeconds} seconds. What came: {string.Join('\n', others)}", exception);
        }

        throw new InvalidOperationException("The session has ended.");
    }
}
