using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Parley.Generator.Tests.Harness;

/// <summary>What MSBuild would tell the compiler: logical paths and the root namespace.</summary>
internal sealed class TestOptions(string rootNamespace) : AnalyzerConfigOptionsProvider
{
    private const string Folder = "/project/schemas/";

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(new() { ["build_property.RootNamespace"] = rootNamespace });

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        new Options(new() { ["build_metadata.AdditionalFiles.ParleyPath"] = textFile.Path[Folder.Length..] });

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
