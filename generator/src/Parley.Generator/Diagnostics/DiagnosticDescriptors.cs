using Microsoft.CodeAnalysis;
using Parley.Schema.Diagnostics;

namespace Parley.Generator.Diagnostics;

/// <summary>The compiler's descriptors, made from the rules of the core.</summary>
internal static class DiagnosticDescriptors
{
    private const string Pages = "generator/docs/diagnostics/";

    // A descriptor is compared by value, yet analyzers expect one instance for one id.
    private static readonly Dictionary<string, DiagnosticDescriptor> ById = SchemaRules.All.ToDictionary(static rule => rule.Id, Make, StringComparer.Ordinal);

    /// <summary>All descriptors.</summary>
    public static IEnumerable<DiagnosticDescriptor> All => ById.Values;

    /// <summary>The descriptor of a rule.</summary>
    public static DiagnosticDescriptor Get(string id) => ById[id];

    private static DiagnosticDescriptor Make(SchemaRule rule) => new(
        rule.Id,
        rule.Title,
        rule.MessageFormat,
        "Parley." + rule.Category,
        rule.Severity == RuleSeverity.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + rule.Id + ".md");
}
