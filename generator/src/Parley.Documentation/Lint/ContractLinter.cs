using System.Globalization;
using Parley.Documentation.Model;
using Parley.Schema.Diagnostics;
using Parley.Schema.Json;

namespace Parley.Documentation.Lint;

/// <summary>Finds everything that is wrong with a folder of contracts: what the generator would say, and what readers would miss.</summary>
public sealed class ContractLinter
{
    private readonly ContractFolder _folder;
    private readonly List<LintFinding> _findings = [];

    private ContractLinter(ContractFolder folder) => _folder = folder;

    /// <summary>The findings by path and place. Files with errors are judged no further than the generator judges them.</summary>
    public static IReadOnlyList<LintFinding> Lint(ContractFolder folder, CancellationToken cancellationToken = default)
    {
        var linter = new ContractLinter(folder);
        foreach (var diagnostic in folder.Links.Diagnostics)
        {
            var place = folder.PlaceOf(diagnostic.Path, new JsonSpan(diagnostic.Offset, diagnostic.Length));
            linter._findings.Add(new LintFinding(diagnostic.Rule, place, diagnostic.Message));
        }

        var model = DocumentationBuilder.BuildFaultless(folder);
        new DescriptionStyle(linter).Check(folder, model);
        cancellationToken.ThrowIfCancellationRequested();
        new ExampleStyle(linter, folder).Check(model, cancellationToken);
        new LifecycleStyle(linter, model.Schemas).Check(model);
        return [.. linter._findings
            .OrderBy(static finding => finding.Place.Path, StringComparer.Ordinal)
            .ThenBy(static finding => finding.Place.Line)
            .ThenBy(static finding => finding.Place.Column)
            .ThenBy(static finding => finding.Rule.Id, StringComparer.Ordinal)
            .ThenBy(static finding => finding.Message, StringComparer.Ordinal)];
    }

    /// <summary>Notes a broken style rule.</summary>
    internal void Add(SchemaRule rule, string path, JsonSpan span, params string[] arguments) => _findings.Add(
        new LintFinding(rule, _folder.PlaceOf(path, span), string.Format(CultureInfo.InvariantCulture, rule.MessageFormat, [.. arguments])));
}
