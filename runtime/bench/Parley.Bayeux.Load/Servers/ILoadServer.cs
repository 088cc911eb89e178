namespace Parley.Bayeux.Load.Servers;

/// <summary>A server under load, in a process of its own.</summary>
internal interface ILoadServer : IAsyncDisposable
{
    /// <summary>The port on 127.0.0.1.</summary>
    int Port { get; }

    /// <summary>Sends one event to every session.</summary>
    ValueTask PublishAsync(int sequence);
}
