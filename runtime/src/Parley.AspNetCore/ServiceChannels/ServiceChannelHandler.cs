using System.Buffers;
using Microsoft.Extensions.DependencyInjection;
using Parley.Bayeux;

namespace Parley.AspNetCore;

/// <summary>Carries the POST operations of a resource over a Bayeux service channel: the message's data is the body, the reply comes back as an event with the message's id.</summary>
internal sealed class ServiceChannelHandler(string template) : IBayeuxServiceHandler
{
    public async ValueTask<ReadOnlyMemory<byte>?> HandleAsync(BayeuxServiceCall call, CancellationToken cancellationToken)
    {
        var group = call.Services.GetRequiredService<OperationRoutes>().Find("POST", template);
        // A session outlives the request that opened it, so there is no URL to build absolute ones from.
        var request = new OperationRequest(group, [], call.Data, call.User, BaseUri: "", call.Services);

        var output = new ArrayBufferWriter<byte>(256);
        await call.Services.GetRequiredService<OperationRunner>().RunAsync(request, output, cancellationToken);
        return output.WrittenMemory;
    }
}
