namespace Parley.Pacts.StandInBroker.Rules;

/// <summary>Whether the asked versions can go to the target, and why.</summary>
internal sealed record DeploymentDecision(MatrixTarget? Target, IReadOnlyList<string> Missing, IReadOnlyList<MatrixRow> Rows)
{
    public int Succeeded => Rows.Count(row => row.Result is { Success: true });

    public int Failed => Rows.Count(row => row.Result is { Success: false });

    public int Unknown => Rows.Count(row => row.Result is null);

    /// <summary>True or false; null when nobody knows, because a verification is missing. Only true lets a deployment pass.</summary>
    public bool? Deployable => Missing.Count > 0 || Failed > 0 ? false : Unknown > 0 ? null : true;

    /// <summary>A sentence for each thing that stands in the way, or one that says that nothing does.</summary>
    public IReadOnlyList<string> Reasons =>
        Deployable is true
            ? [Rows.Count == 0 ? "There are no missing dependencies" : "All required verification results are published and successful"]
            : [.. Missing, .. Rows.Where(row => row.Result is not { Success: true }).Select(Explain).Distinct()];

    private string Explain(MatrixRow row)
    {
        var consumer = $"version {row.Publication.ConsumerVersion.Number} of {row.Publication.Pact.Consumer.Name}";
        var provider = row.Publication.Pact.Provider.Name;
        return row switch
        {
            { Result: not null } => $"The verification for the pact between {consumer} and version {row.ProviderVersion!.Number} of {provider} failed",
            { ProviderVersion: { } version } => $"There is no verified pact between {consumer} and version {version.Number} of {provider}",
            _ when Target is null => $"There is no verified pact between {consumer} and {provider}",
            _ => $"There is no verified pact between {consumer} and the version of {provider} {Target} (no such version is recorded)",
        };
    }
}
