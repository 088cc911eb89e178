using System.Globalization;
using System.Text.Json;
using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Fuzz;

/// <summary>
/// Emitted validators against an independent engine, on random schemas and instances. <c>PARLEY_FUZZ_SEEDS=first-last</c> runs other seeds than the usual.
/// </summary>
public sealed class DifferentialTests
{
    private const int Instances = 20;

    // A difference is shrunk by compiling many smaller schemas: one tells more than all of them in a day.
    private const int Shrunk = 3;

    [Fact]
    public async Task Emitted_code_decides_as_an_independent_engine_does()
    {
        Assert.SkipUnless(Judge.Exists, Judge.Missing);
        var seeds = Seeds();
        var cases = seeds.Select(static seed => FuzzCase.Of(seed, Instances)).ToArray();
        Assert.All(cases, static one => Assert.Null(EmittedSchemas.Refusal(one.Schema)));
        Assert.DoesNotContain(null, await Judge.DecideAsync(cases));

        var found = seeds.Zip(await Difference.FindAsync(cases)).Where(static pair => pair.Second is not null).ToArray();

        var report = new List<string>();
        foreach (var (seed, difference) in found.Take(Shrunk))
            report.Add($"seed {seed}: " + await Shrinking.ShrinkAsync(difference!));
        Assert.True(found.Length == 0, $"{found.Length} of {cases.Length} schemas differ \n{string.Join('\n', report)}\n{string.Join('\n', found.Skip(Shrunk).Select(static pair => $"seed {pair.First}: {pair.Second!.Fault}"))}");
    }

    [Fact]
    public void Kept_cases_are_decided_as_before()
    {
        using var kept = JsonDocument.Parse(File.ReadAllBytes(RepositoryRoot.Path("generator", "tests", "Parley.Generator.Tests", "Fuzz", "regressions.json")));
        var cases = kept.RootElement.EnumerateArray().ToArray();
        var emitted = EmittedSchemas.Of(cases.Select(static one => one.GetProperty("schema").GetRawText()));

        Assert.All(cases.Zip(emitted), static pair =>
        {
            Assert.True(pair.Second.Type is not null, pair.Second.Fault);
            Assert.Null(pair.Second.FaultOn(pair.First.GetProperty("instance").GetRawText(), pair.First.GetProperty("valid").GetBoolean()));
        });
    }

    [Fact]
    public async Task Random_instances_are_neither_all_valid_nor_all_invalid()
    {
        Assert.SkipUnless(Judge.Exists, Judge.Missing);
        var verdicts = (await Judge.DecideAsync([.. Enumerable.Range(0, 100).Select(static seed => FuzzCase.Of(seed, Instances))])).SelectMany(static verdicts => verdicts!).ToArray();

        Assert.InRange(verdicts.Count(static valid => valid) / (double)verdicts.Length, 0.2, 0.8);
    }

    [Fact]
    public void A_seed_gives_the_same_case_each_time() => Assert.Equal(FuzzCase.Of(7, Instances).Instances, FuzzCase.Of(7, Instances).Instances);

    [Fact]
    public void A_difference_shrinks_to_any_of_its_parts() =>
        Assert.Equivalent(new[] { "true", "0", "{}", "[2]", """{"a":[]}""", """{"a":0}""", "2" }, Shrinking.Smaller("""{"a":[2]}"""));

    private static int[] Seeds()
    {
        var range = (Environment.GetEnvironmentVariable("PARLEY_FUZZ_SEEDS") ?? "0-149").Split('-').Select(static seed => int.Parse(seed, CultureInfo.InvariantCulture)).ToArray();
        return [.. Enumerable.Range(range[0], range[^1] - range[0] + 1)];
    }
}
