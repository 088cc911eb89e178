using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Parley.Benchmarks.Ratios;

namespace Parley.Benchmarks;

/// <summary>The same measures by BenchmarkDotNet, one payload after the other.</summary>
[Config(typeof(InProcess))]
[MemoryDiagnoser]
public class PayloadBenchmarks
{
    private Measure? _scan;
    private Measure? _validate;
    private Measure? _read;
    private Measure? _stj;
    private byte[] _utf8 = [];

    [Params("accept", "update", "sms", "union", "union-last")]
    public string Name { get; set; } = "";

    [GlobalSetup]
    public void Choose()
    {
        var group = MeasureGroups.All.Single(group => group.Name == Name);
        (_scan, _validate, _read, _stj) = (group.Named("scan"), group.Named("validate"), group.Named("read"), group.Measures[^1]);
        _utf8 = group.Payload;
    }

    [Benchmark(Baseline = true)]
    public void Scan() => _scan!.Run(_utf8, 1);

    [Benchmark]
    public void Validate() => _validate!.Run(_utf8, 1);

    [Benchmark]
    public void TryRead() => _read!.Run(_utf8, 1);

    [Benchmark]
    public void SystemTextJson() => _stj!.Run(_utf8, 1);

    // A project made by BenchmarkDotNet would have to obey this repository's build rules.
    private sealed class InProcess : ManualConfig
    {
        public InProcess() => AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
    }
}
