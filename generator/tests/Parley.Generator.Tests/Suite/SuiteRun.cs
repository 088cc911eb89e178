using System.Reflection;
using System.Text.RegularExpressions;
using Parley.Generator.Tests.Harness;

namespace Parley.Generator.Tests.Suite;

/// <summary>The suite, run once: its schemas through generator and compiler, many to a compilation, and its instances through the emitted code.</summary>
internal sealed class SuiteRun
{
    private const int GroupsInOneCompilation = 150;

    private static readonly Lazy<SuiteRun> Only = new(static () => new SuiteRun());

    private SuiteRun()
    {
        Required = Run(SuiteFolder.Required);
        Optional = Run(SuiteFolder.Optional);
        Format = [.. SuiteFolder.Format.SelectMany(SuiteFolder.Groups).SelectMany(static group => Refused(group.Refused("format is an annotation; nothing asserts it")))];
    }

    public static SuiteRun Results => Only.Value;

    public IReadOnlyList<SuiteResult> Required { get; }

    public IReadOnlyList<SuiteResult> Optional { get; }

    public IReadOnlyList<SuiteResult> Format { get; }

    private static SuiteResult[] Run(IEnumerable<string> files)
    {
        var groups = files.SelectMany(SuiteFolder.Groups).ToArray();
        return
        [
            .. groups.Where(static group => group.TypeName is null).SelectMany(Refused),
            .. Compilations(groups.Where(static group => group.TypeName is not null)).SelectMany(Decide),
        ];
    }

    private static IEnumerable<SuiteResult> Refused(SuiteGroup group) => group.Tests.Select(test => new SuiteResult(group, test, SuiteVerdict.Refused, group.Reason));

    // Schemas of the suite share URIs: two that do cannot be in one project. Remote schemas are compiled only where they are needed.
    private static IReadOnlyList<IReadOnlyList<SuiteGroup>> Compilations(IEnumerable<SuiteGroup> groups)
    {
        var compilations = new List<(bool HasRemotes, List<SuiteGroup> Groups, HashSet<string> Ids)>();
        foreach (var group in groups)
        {
            var ids = Regex.Matches(group.Input.Text, "\"\\$id\"\\s*:\\s*\"([^\"]*)\"").Select(static match => match.Groups[1].Value).ToArray();
            var found = compilations.FirstOrDefault(compilation =>
                compilation.HasRemotes == group.NeedsRemotes && compilation.Groups.Count < GroupsInOneCompilation && !compilation.Ids.Overlaps(ids));
            if (found.Groups is null)
                compilations.Add(found = (group.NeedsRemotes, [], []));
            found.Groups.Add(group);
            found.Ids.UnionWith(ids);
        }

        return [.. compilations.Select(static compilation => compilation.Groups)];
    }

    private static IEnumerable<SuiteResult> Decide(IReadOnlyList<SuiteGroup> groups)
    {
        var remotes = groups[0].NeedsRemotes ? SuiteFolder.Remotes : [];
        var assembly = GeneratorRun.Of([.. groups.Select(static group => group.Input), .. remotes]).Load();
        return [.. groups.SelectMany(group => Decide(assembly, group))];
    }

    private static IEnumerable<SuiteResult> Decide(Assembly assembly, SuiteGroup group)
    {
        var type = LiveType.Of(assembly, group.TypeName!);
        return group.Tests.Select(test =>
        {
            var fault = Record.Exception(() =>
            {
                if (test.Valid)
                    type.Accepts(test.Data);
                else
                    type.Refuses(test.Data);
            });
            return new SuiteResult(group, test, fault is null ? SuiteVerdict.Passed : SuiteVerdict.Failed, fault?.Message ?? "");
        });
    }
}

/// <summary>What became of one test.</summary>
/// <param name="Group">Its schema.</param>
/// <param name="Test">The test.</param>
/// <param name="Verdict">The result.</param>
/// <param name="Reason">Why it did not pass; else empty.</param>
internal sealed record SuiteResult(SuiteGroup Group, SuiteTest Test, SuiteVerdict Verdict, string Reason)
{
    /// <summary>The test's name in listings.</summary>
    public override string ToString() => $"{Group.File}: {Group.Description} / {Test.Description}";
}

/// <summary>What may become of a test.</summary>
internal enum SuiteVerdict
{
    /// <summary><c>Validate</c>, <c>TryRead</c> and <c>Explain</c> decide as the suite does.</summary>
    Passed,

    /// <summary>One of them does not.</summary>
    Failed,

    /// <summary>The schema is refused at build time.</summary>
    Refused,
}
