using Microsoft.CodeAnalysis.Diagnostics;
using Parley.Schema.Linking;

namespace Parley.Generator.Input;

/// <summary>The namespace to emit into: <c>ParleyNamespace</c>, else <c>RootNamespace</c>.</summary>
internal static class NamespaceOption
{
    public static LinkOptions Of(AnalyzerConfigOptionsProvider options)
    {
        foreach (var property in new[] { "build_property.ParleyNamespace", "build_property.RootNamespace" })
        {
            if (options.GlobalOptions.TryGetValue(property, out var value) && value.Length > 0)
                return new LinkOptions(value);
        }

        return new LinkOptions("");
    }
}
