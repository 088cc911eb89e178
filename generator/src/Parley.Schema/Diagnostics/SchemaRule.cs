namespace Parley.Schema.Diagnostics;

/// <summary>A rule that input can break: what a diagnostic descriptor is made from.</summary>
/// <param name="Id"><c>PAR</c> and four digits; never used again for another rule.</param>
/// <param name="Title">The rule in a few words.</param>
/// <param name="MessageFormat">A sentence with <c>{0}</c>, <c>{1}</c>… for the arguments: what is wrong and what to write instead.</param>
/// <param name="Severity">How bad it is.</param>
public sealed record SchemaRule(string Id, string Title, string MessageFormat, RuleSeverity Severity = RuleSeverity.Error)
{
    /// <summary>The stage that finds it: <c>Reading</c>, <c>Schema</c>, <c>Linking</c>, <c>Contract</c> or <c>Style</c>.</summary>
    public string Category => Id[3] switch
    {
        '0' => "Reading",
        '1' => "Schema",
        '2' => "Linking",
        '3' => "Contract",
        _ => "Style",
    };
}

/// <summary>How bad breaking a rule is.</summary>
public enum RuleSeverity
{
    /// <summary>Nothing is emitted for the file.</summary>
    Error,

    /// <summary>Worth a look; everything is emitted.</summary>
    Warning,
}
