using System.Text.Json.Nodes;

namespace Parley.Generator.Tests.Fuzz;

/// <summary>A schema whose emitted code does not do what the judge says.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Instance">The instance; null when no instance is needed, as the emitted code breaks a rule of every run.</param>
/// <param name="Valid">The judge's verdict.</param>
/// <param name="Fault">What the emitted code does.</param>
internal sealed record Difference(string Schema, string? Instance, bool Valid, string Fault)
{
    /// <summary>How much there is to read.</summary>
    public int Size => Schema.Length + (Instance?.Length ?? 0);

    /// <summary>The first difference of each case that has one; null for the others.</summary>
    public static async Task<IReadOnlyList<Difference?>> FindAsync(IReadOnlyList<FuzzCase> cases)
    {
        var verdicts = await Judge.DecideAsync(cases);
        return [.. EmittedSchemas.Of(cases.Select(static one => one.Schema)).Zip(cases, verdicts).Select(static pair => First(pair.First, pair.Second, pair.Third))];
    }

    /// <summary>As it is kept in <c>regressions.json</c>.</summary>
    public override string ToString() => Instance is null
        ? $"{Schema}\n    {Fault}"
        : new JsonObject { ["schema"] = JsonNode.Parse(Schema), ["instance"] = JsonNode.Parse(Instance), ["valid"] = Valid }.ToJsonString() + $"\n    {Fault}";

    private static Difference? First(EmittedSchema emitted, FuzzCase one, bool[]? verdicts)
    {
        if (verdicts is null)
            return null;
        if (emitted.Type is null)
            return new Difference(one.Schema, null, true, emitted.Fault);
        return one.Instances.Zip(verdicts, (instance, valid) => emitted.FaultOn(instance, valid) is { } fault ? new Difference(one.Schema, instance, valid, fault) : null)
            .FirstOrDefault(static difference => difference is not null);
    }
}
