using System.Runtime.CompilerServices;
using BenchmarkDotNet.Running;
using Parley.Benchmarks;
using Parley.Benchmarks.Ratios;

switch (args)
{
    case ["ratios"]:
        RatioRun.Print(Console.Out);
        FirstVerdict.Print(Console.Out);
        break;
    case ["first", var name]:
        FirstVerdict.RunOnce(name, Console.Out);
        break;
    default:
        WithBenchmarkDotNet(args);
        break;
}

// Apart, so that the other modes load nothing of it.
[MethodImpl(MethodImplOptions.NoInlining)]
static void WithBenchmarkDotNet(string[] args) => BenchmarkSwitcher.FromAssembly(typeof(PayloadBenchmarks).Assembly).Run(args);
