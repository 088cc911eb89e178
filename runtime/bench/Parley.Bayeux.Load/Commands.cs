using System.CommandLine;
using System.CommandLine.Parsing;
using Parley.Bayeux.Load.Runs;
using Parley.Bayeux.Load.Servers;

namespace Parley.Bayeux.Load;

/// <summary>The command line.</summary>
internal static class Commands
{
    /// <summary>Fewer than the ports that one client address has for one server, 28,232 by default on Linux.</summary>
    private const int MostSessions = 20_000;

    /// <summary>All commands. They exit with 1 when a delivery of Parley was lost, duplicated or reordered.</summary>
    public static RootCommand Root() => new("Puts the load of many sessions on Parley.Bayeux and on what it is compared with. Everything runs on 127.0.0.1 and stops by itself.")
    {
        Ratios(),
        Short(),
        Idle(),
        Serve(),
    };

    private static Command Ratios()
    {
        var sessions = new Option<int[]>("--sessions")
        {
            Description = $"How many sessions each server has, 10 to {MostSessions}; one comparison for each number.",
            DefaultValueFactory = static _ => [500, 2000],
            AllowMultipleArgumentsPerToken = true,
        };
        sessions.Validators.Add(static result => CheckAll(result, 10, MostSessions));
        var rounds = InRange("--rounds", "How many rounds are measured", 9, 1, 100);
        var command = new Command("ratios", "Compares all servers, in about ten minutes.") { sessions, rounds };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var whole = true;
            if (Refuses(arguments.GetRequiredValue(sessions).Max(), Contender.All.Count))
                return 1;
            foreach (var count in arguments.GetRequiredValue(sessions))
                whole &= await CompareAsync(RatioPlan.Full(count, arguments.GetRequiredValue(rounds)), cancellationToken);
            return whole ? 0 : 1;
        });
        return command;
    }

    private static Command Short()
    {
        var sessions = InRange("--sessions", "How many sessions each server has", 500, 10, MostSessions);
        var command = new Command("short", "Compares all servers in less than two minutes.") { sessions };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var count = arguments.GetRequiredValue(sessions);
            return !Refuses(count, Contender.All.Count) && await CompareAsync(RatioPlan.Short(count), cancellationToken) ? 0 : 1;
        });
        return command;
    }

    private static Command Idle()
    {
        var sessions = InRange("--sessions", "How many sessions", 10_000, 10, MostSessions);
        // More than the 30 seconds of a held connect, so that the heartbeat is in the figure.
        var seconds = InRange("--seconds", "For how long", 40, 1, 600);
        var command = new Command("idle", "Holds idle sessions on Parley, by WebSocket and then by long-polling.") { sessions, seconds };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var count = arguments.GetRequiredValue(sessions);
            return !Refuses(count, servers: 1)
                && await IdleRun.RunAsync(count, TimeSpan.FromSeconds(arguments.GetRequiredValue(seconds)), Console.Out, cancellationToken) ? 0 : 1;
        });
        return command;
    }

    private static Command Serve()
    {
        var name = new Argument<string>("server") { Description = "Which server." };
        name.AcceptOnlyFromAmong(nameof(ServerName.Parley), nameof(ServerName.SignalR), nameof(ServerName.Kestrel));
        var command = new Command("serve", "Runs one server and takes commands from standard input; the other commands start it.") { name };
        command.SetAction(async arguments =>
        {
            await using var server = await (arguments.GetRequiredValue(name) switch
            {
                nameof(ServerName.Parley) => ParleyServer.StartAsync(),
                nameof(ServerName.SignalR) => SignalRServer.StartAsync(),
                _ => KestrelServer.StartAsync(),
            });
            await ControlLoop.RunAsync(server, Console.In, Console.Out);
        });
        return command;
    }

    private static bool Refuses(int sessions, int servers)
    {
        if (OpenFiles.Refusal(sessions, servers, OpenFiles.Limit) is not { } refusal)
            return false;
        Console.Error.WriteLine(refusal);
        return true;
    }

    private static async Task<bool> CompareAsync(RatioPlan plan, CancellationToken cancellationToken)
    {
        await using var run = new RatioRun(plan, Console.Out);
        return await run.RunAsync(cancellationToken);
    }

    private static Option<int> InRange(string name, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name) { Description = $"{description}, {least} to {most}.", DefaultValueFactory = _ => usual };
        option.Validators.Add(result => CheckAll(result, least, most));
        return option;
    }

    private static void CheckAll(OptionResult result, int least, int most)
    {
        foreach (var token in result.Tokens)
        {
            if (!int.TryParse(token.Value, out var value) || value < least || value > most)
                result.AddError($"{result.Option.Name} takes {least} to {most}, not '{token.Value}'.");
        }
    }
}
