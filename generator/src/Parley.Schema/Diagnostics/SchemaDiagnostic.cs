using System.Globalization;
using Parley.Schema.Json;
using Parley.Schema.Model;

namespace Parley.Schema.Diagnostics;

/// <summary>A broken rule at a place in a file. Compared by value.</summary>
public sealed record SchemaDiagnostic
{
    /// <summary>Id of the rule in <see cref="SchemaRules"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Logical path of the file.</summary>
    public required string Path { get; init; }

    /// <summary>Offset of the offending token in UTF-16 code units.</summary>
    public required int Offset { get; init; }

    /// <summary>Length of the offending token; 0 at the end of the file.</summary>
    public required int Length { get; init; }

    /// <summary>Where the token starts, line and column from 0.</summary>
    public required JsonPosition Start { get; init; }

    /// <summary>Where the token ends.</summary>
    public required JsonPosition End { get; init; }

    /// <summary>Arguments of the rule's message.</summary>
    public EquatableArray<string> Arguments { get; init; }

    /// <summary>The rule.</summary>
    public SchemaRule Rule => SchemaRules.Get(Id);

    /// <summary>The message for a reader.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.MessageFormat, [.. Arguments]);

    /// <summary>As a compiler prints it: <c>path(line,column): error id: message</c>, line and column from 1.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "{0}({1},{2}): {3} {4}: {5}",
        Path,
        Start.Line + 1,
        Start.Column + 1,
        Rule.Severity == RuleSeverity.Error ? "error" : "warning",
        Id,
        Message);
}
