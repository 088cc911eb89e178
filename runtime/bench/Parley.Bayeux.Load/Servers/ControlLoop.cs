using System.Globalization;
using System.Threading.Channels;

namespace Parley.Bayeux.Load.Servers;

/// <summary>
/// Takes commands line by line from standard input until it ends: <c>publish SEQUENCE</c> (no answer); <c>usage</c>, answered by <c>usage MICROSECONDS</c>, the
/// processor time of the process so far; <c>memory</c>, answered by <c>memory BYTES</c>, the resident memory after a full collection.
/// </summary>
internal static class ControlLoop
{
    public static async Task RunAsync(ILoadServer server, TextReader commands, TextWriter answers)
    {
        await AnswerAsync(answers, $"port {server.Port}");
        await foreach (var line in LinesOf(commands).ReadAllAsync())
        {
            switch (line.Split(' '))
            {
                case ["publish", var sequence]:
                    await server.PublishAsync(int.Parse(sequence, CultureInfo.InvariantCulture));
                    break;
                case ["usage"]:
                    // getrusage: to the microsecond, where Process.TotalProcessorTime counts in ticks of 10 ms on Linux.
                    await AnswerAsync(answers, $"usage {(long)Environment.CpuUsage.TotalTime.TotalMicroseconds}");
                    break;
                case ["memory"]:
                    await AnswerAsync(answers, $"memory {ResidentAfterCollection()}");
                    break;
                default:
                    throw new InvalidDataException($"'{line}' is no command.");
            }
        }
    }

    // A read of standard input blocks its thread, asynchronous or not. On one of the pool's it would be missing there, and the pool's are what is measured.
    private static ChannelReader<string> LinesOf(TextReader commands)
    {
        var lines = Channel.CreateUnbounded<string>();
        var thread = new Thread(() =>
        {
            while (commands.ReadLine() is { } line)
                lines.Writer.TryWrite(line);
            lines.Writer.Complete();
        })
        { IsBackground = true };
        thread.Start();
        return lines.Reader;
    }

    private static long ResidentAfterCollection()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return Environment.WorkingSet;
    }

    private static async Task AnswerAsync(TextWriter answers, FormattableString line)
    {
        await answers.WriteLineAsync(FormattableString.Invariant(line));
        await answers.FlushAsync();
    }
}
