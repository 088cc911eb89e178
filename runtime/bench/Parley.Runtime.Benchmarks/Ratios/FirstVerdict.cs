using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Parley.Benchmarks.Payloads;
using Parley.Benchmarks.Rivals;

namespace Parley.Benchmarks.Ratios;

/// <summary>
/// What the first call costs a process that has just started: loading, compiling, static fields. The program starts itself anew for each sample and the new
/// process times its first call only, not the start of the runtime. Printed in milliseconds instead of a ratio, with allocated bytes and with how many methods were compiled:
/// that number is the same in each run, however busy the machine is.
/// </summary>
internal static class FirstVerdict
{
    private const int Samples = 7;
    private static readonly string[] Names = ["scan", "validate", "read", "sms-validate", "sms-read", "dispatch", "stj"];

    public static void Print(TextWriter output)
    {
        foreach (var name in Names)
        {
            var samples = Enumerable.Range(0, Samples).Select(_ => Sample(name)).OrderBy(sample => sample.Milliseconds).ToArray();
            var (milliseconds, bytes, methods) = samples[Samples / 2];
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first/{name} (ms)\t{milliseconds:F1}\t{bytes}\t{methods}"));
        }
    }

    /// <summary>In the new process: one call.</summary>
    public static void RunOnce(string name, TextWriter output)
    {
        var utf8 = Payload.Named(name switch { "dispatch" => "union", "sms-validate" or "sms-read" => "sms", _ => "update" });
        _ = (ThreadClock.Now, GC.GetAllocatedBytesForCurrentThread(), JitInfo.GetCompiledMethodCount(currentThread: true));

        var methods = JitInfo.GetCompiledMethodCount(currentThread: true);
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = ThreadClock.Now;
        Call(name, utf8);
        var end = ThreadClock.Now;
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        methods = JitInfo.GetCompiledMethodCount(currentThread: true) - methods;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(end - start) / 1e6}\t{bytes}\t{methods}"));
    }

    // Each call stands in a method of its own, so that the new process compiles and loads nothing of the others.
    private static void Call(string name, byte[] utf8)
    {
        Action<byte[]> call = name switch
        {
            "scan" => static utf8 => Loop.Of<Scan>(utf8, 1),
            "validate" => static utf8 => Loop.Of<Validate<UpdatePropertiesRequest>>(utf8, 1),
            "read" => static utf8 => Loop.Of<TryRead<UpdatePropertiesRequest>>(utf8, 1),
            "sms-validate" => static utf8 => Loop.Of<Validate<SmsSessionChanged>>(utf8, 1),
            "sms-read" => static utf8 => Loop.Of<TryRead<SmsSessionChanged>>(utf8, 1),
            "dispatch" => static utf8 => Loop.Of<DispatchTryRead>(utf8, 1),
            "stj" => static utf8 => Loop.Of<Stj<UpdatePoco, Rival>>(utf8, 1),
            _ => throw new ArgumentException($"There is no first call named {name}.", nameof(name)),
        };
        call(utf8);
    }

    private static (double Milliseconds, long Bytes, long Methods) Sample(string name)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(FirstVerdict).Assembly.Location);
        start.ArgumentList.Add("first");
        start.ArgumentList.Add(name);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The program could not be started anew.");
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The new process for {name} ended with {process.ExitCode}.");

        var parts = answer.Trim().Split('\t');
        return (double.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture), long.Parse(parts[2], CultureInfo.InvariantCulture));
    }
}
