using Microsoft.CodeAnalysis.Diagnostics;
using Parley.Schema.Linking;

namespace Parley.Generator.Input;

/// <summary>What a project sets as MSBuild properties: <c>ParleyNamespace</c>, else <c>RootNamespace</c>, and <c>ParleyFormatAssertion</c>.</summary>
internal static class ProjectOptions
{
    public static LinkOptions Of(AnalyzerConfigOptionsProvider options) =>
        new(Namespace(options), string.Equals(Property(options, "ParleyFormatAssertion"), "true", StringComparison.OrdinalIgnoreCase));

    private static string Namespace(AnalyzerConfigOptionsProvider options) =>
        Property(options, "ParleyNamespace") is { Length: > 0 } name ? name : Property(options, "RootNamespace");

    private static string Property(AnalyzerConfigOptionsProvider options, string name) =>
        options.GlobalOptions.TryGetValue("build_property." + name, out var value) ? value : "";
}
