namespace Parley.Bayeux.Load.Servers;

/// <summary>Parley.Bayeux with its defaults, for anonymous clients.</summary>
internal sealed class ParleyServer : ILoadServer
{
    private readonly WebApplication _app;
    private readonly BayeuxServer _bayeux;

    private ParleyServer(WebApplication app)
    {
        _app = app;
        _bayeux = app.Services.GetRequiredService<BayeuxServer>();
    }

    public int Port => LoopbackApplication.PortOf(_app);

    public static async Task<ILoadServer> StartAsync()
    {
        var builder = LoopbackApplication.CreateBuilder();
        builder.Services.AddBayeux(options => options.AllowAnonymous = true);
        var app = builder.Build();
        app.MapBayeux("/load");
        await app.StartAsync();
        return new ParleyServer(app);
    }

    public async ValueTask PublishAsync(int sequence) => await _bayeux.PublishAsync("/load", EventPayload.Utf8(sequence));

    public ValueTask DisposeAsync() => LoopbackApplication.StopAsync(_app);
}
