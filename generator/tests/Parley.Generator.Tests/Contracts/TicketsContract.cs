using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Contracts;

/// <summary>The contract of the snapshot <c>Tickets</c>: two envelopes, states, a shared URL, an operation without request, a query, notifications that share a channel.</summary>
internal static class TicketsContract
{
    /// <summary>Its files.</summary>
    public static InputFile[] Files { get; } = new SnapshotFolder(RepositoryRoot.Path("generator", "tests", "Parley.Generator.Tests", "Snapshots", "Tickets")).Input;

    /// <summary>Runs the generator in a project that has code of its own, then calls a static method of it: <c>static Task&lt;string&gt; RunAsync()</c> in <c>Sample.Probe</c>.</summary>
    public static async Task<string> ProbeAsync(string members)
    {
        var run = GeneratorRun.Of(Files, new RunOptions { Sources = [Prelude + members + "\n}\n"] });
        return await (Task<string>)run.Load().GetType("Sample.Probe", throwOnError: true)!.GetMethod("RunAsync")!.Invoke(null, null)!;
    }

    private const string Prelude = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Security.Claims;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;
        using Parley;

        namespace Sample;

        internal sealed class Handlers : ITicketsOperations
        {
            public ValueTask<Outcome<Done>> TakeAsync(string desk, string id, Take request, OperationContext context, CancellationToken cancellationToken) =>
                new(id == "0" ? OperationFailure.NotFound($"No ticket {id} on {desk} for {request.Clerk}.") : new Done());

            public ValueTask<Outcome<LegacyOk>> CloseAsync(string desk, string id, Close request, OperationContext context, CancellationToken cancellationToken) =>
                new(TicketsLifecycle.Guard(context.Operation, id) is { } wrong ? wrong : new LegacyOk());

            public ValueTask<Outcome<Done>> ForgetAsync(string desk, string id, OperationContext context, CancellationToken cancellationToken) => new(new Done());

            public ValueTask<Outcome<Found>> FindAsync(Find query, OperationContext context, CancellationToken cancellationToken) =>
                new(new Found { Tickets = [$"{query.Text}/{query.Page}/{query.Open}"] });
        }

        /// <summary>What a host does with a call.</summary>
        internal static class Host
        {
            public static async Task<(int Status, string Body)> CallAsync(string template, string method, string[] path, string body)
            {
                var dispatcher = new TicketsDispatcher(new Handlers());
                var resource = TicketsContract.Descriptor.Resources.Single(r => r.Template == template).Methods.Single(m => m.Method == method);
                var bytes = Encoding.UTF8.GetBytes(body);
                var output = new System.Buffers.ArrayBufferWriter<byte>();
                var status = 200;
                if (Discriminator.Find(dispatcher, resource, bytes, default, out var operation) is { } failure)
                {
                    status = resource.Envelope.Write(output, failure, bytes);
                }
                else
                {
                    var call = new OperationCall
                    {
                        Context = new OperationContext { Operation = operation!, User = new ClaimsPrincipal(), UserId = "anna", BaseUri = "" },
                        Body = bytes, PathValues = path, Output = output,
                    };
                    await dispatcher.DispatchAsync(call, default);
                    status = call.HttpStatus;
                }

                return (status, Encoding.UTF8.GetString(output.WrittenSpan));
            }
        }

        internal static class Probe
        {

        """;
}
