using System.Diagnostics;
using System.Globalization;
using Parley.Generator.Benchmarks;

// One line a measure, parted by tabs: name, milliseconds of CPU time, allocated bytes. The last line of each size: kilobytes of C# for each schema, and the same in bytes.
const int Rounds = 15;
int[] sizes = [10, 200, 1000];

if (args is ["cold", var size])
{
    var sample = Sample.Of(new Editor(SyntheticSchemas.Of(int.Parse(size, CultureInfo.InvariantCulture))).Run);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sample.Milliseconds}\t{sample.Bytes}"));
    return;
}

foreach (var count in sizes)
    Measure(count);

static void Measure(int count)
{
    var files = SyntheticSchemas.Of(count);
    var rounds = count > 500 ? Rounds / 3 : Rounds;
    for (var warmUp = 0; warmUp < (count < 100 ? 60 : count < 500 ? 6 : 2); warmUp++)
    {
        new Editor(files).Run();
        Thread.Sleep(20);
    }

    var (warm, code, schema) = (new List<Sample>(), new List<Sample>(), new List<Sample>());
    var living = new Editor(files);
    living.Run();
    for (var round = 0; round < rounds; round++)
    {
        warm.Add(Sample.Of(new Editor(files).Run));
        living.EditCode(round);
        code.Add(Sample.Of(living.Run));
        living.EditSchema(SyntheticSchemas.Edited(files, round)[count / 2]);
        schema.Add(Sample.Of(living.Run));
    }

    var cold = Enumerable.Range(0, 3).Select(_ => Cold(count)).ToList();
    Print($"{count}/cold", cold);
    Print($"{count}/warm", warm);
    Print($"{count}/unrelated-edit", code);
    Print($"{count}/one-schema-edit", schema);
    var emitted = living.EmittedBytes() / count;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count}/emitted-per-schema (KB)\t{emitted / 1000.0:F1}\t{emitted}"));
}

static Sample Cold(int count)
{
    var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
    if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        start.ArgumentList.Add(typeof(Editor).Assembly.Location);
    start.ArgumentList.Add("cold");
    start.ArgumentList.Add(count.ToString(CultureInfo.InvariantCulture));
    using var process = Process.Start(start) ?? throw new InvalidOperationException("The program could not be started anew.");
    var parts = process.StandardOutput.ReadToEnd().Trim().Split('\t');
    return new(double.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
}

static void Print(string name, List<Sample> samples)
{
    var median = samples.OrderBy(sample => sample.Milliseconds).ElementAt(samples.Count / 2);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} (ms)\t{median.Milliseconds:F2}\t{median.Bytes}"));
}
