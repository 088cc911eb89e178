namespace Parley.Generator.Tests.Contracts;

public sealed class ContractDescriptorTests
{
    [Fact]
    public async Task The_descriptor_says_what_the_manifest_says()
    {
        var said = await TicketsContract.ProbeAsync("""
            public static Task<string> RunAsync()
            {
                var contract = TicketsContract.Descriptor;
                var lines = new List<string> { $"{contract.Name} {contract.Title} {contract.Version}" };
                lines.AddRange(contract.Operations.Select(o =>
                    $"{o.Index} {o.Name} {o.WireName ?? "-"} {o.Discriminator ?? "-"} {o.Method} {o.Template} {o.Envelope.Name} {o.MethodEnvelope?.Name ?? "-"} [{string.Join(",", o.Permissions)}] [{string.Join(",", o.Features)}] [{string.Join(",", o.From)}] {o.To ?? "-"} {o.Capability ?? "-"} [{string.Join(",", o.Notifies)}]"));
                lines.AddRange(contract.Resources.SelectMany(r => r.Methods.Select(m => $"{r.Template} {m.Method} {m.Discriminator ?? "-"} {string.Join(",", m.Operations.Select(o => o.Name))} {string.Join(",", m.Query.Select(q => q.Name + ":" + q.Kind))}")));
                lines.AddRange(contract.Notifications.Select(n => $"{n.Name} {n.Channel}"));
                lines.Add($"{TicketsContract.OperationIndex.Forget} {ReferenceEquals(TicketsContract.Take, contract.Operations[TicketsContract.OperationIndex.Take])}");
                return Task.FromResult(string.Join("\n", lines));
            }
            """);

        Assert.Equal(
            """
            Tickets Tickets 1.2
            0 Take Take act POST /desks/{desk}/tickets/{id} coded - [Clerk,Chief] [desk] [New] Open Take [TicketChanged]
            1 Close Shut act POST /desks/{desk}/tickets/{id} legacy coded [] [] [New,Open] Closed Shut [TicketChanged,DeskQuiet]
            2 Forget - - DELETE /desks/{desk}/tickets/{id} coded - [] [] [] - - []
            3 Find - - GET /tickets coded - [] [] [] - - []
            /desks/{desk}/tickets/{id} POST act Take,Close 
            /desks/{desk}/tickets/{id} DELETE - Forget 
            /tickets GET - Find text:String,page:Number,open:Boolean
            TicketChanged /me/tickets
            DeskQuiet /me/tickets
            2 True
            """,
            said);
    }

    [Fact]
    public async Task The_sources_are_the_files_character_for_character()
    {
        var said = await TicketsContract.ProbeAsync("""
            public static Task<string> RunAsync() =>
                Task.FromResult(string.Join("\0", TicketsContract.Descriptor.Sources.Select(source => source.Key + "\0" + source.Value)));
            """);

        Assert.Equal(string.Join('\0', TicketsContract.Files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => file.Path + "\0" + file.Text)), said);
    }

    [Fact]
    public async Task The_lifecycle_offers_what_it_allows()
    {
        var said = await TicketsContract.ProbeAsync("""
            public static Task<string> RunAsync() => Task.FromResult(string.Join("\n",
                new[] { TicketsLifecycle.States.New, TicketsLifecycle.States.Open, TicketsLifecycle.States.Closed, "else" }.Select(state =>
                    $"{state}: {TicketsLifecycle.Capabilities(state)} {TicketsLifecycle.Allows(TicketsContract.Take, state)} {TicketsLifecycle.Guard(TicketsContract.Take, state)?.Message}")));
            """);

        Assert.Equal(
            """
            New: [Take, Shut] True 
            Open: [Shut] False Take is not allowed in state Open; it is allowed in New.
            Closed: [] False Take is not allowed in state Closed; it is allowed in New.
            else: [] False Take is not allowed in state else; it is allowed in New.
            """,
            said);
    }
}
