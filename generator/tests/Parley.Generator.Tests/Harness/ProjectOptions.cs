using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Parley.Generator.Tests.Harness;

/// <summary>What the project file says, the way the compiler passes it on.</summary>
internal sealed class ProjectOptions(string rootNamespace, string? parleyNamespace) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new(StringComparer.OrdinalIgnoreCase)
    {
        ["build_property.RootNamespace"] = rootNamespace,
        // MSBuild passes a property that nobody set as an empty one.
        ["build_property.ParleyNamespace"] = parleyNamespace ?? "",
    });

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(textFile is InMemoryText text
        ? new(StringComparer.OrdinalIgnoreCase) { ["build_metadata.AdditionalFiles.ParleyPath"] = text.LogicalPath, ["build_metadata.AdditionalFiles.ParleyUri"] = text.Uri ?? "" }
        : []);

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
