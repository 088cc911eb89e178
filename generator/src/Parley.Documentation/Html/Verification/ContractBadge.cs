namespace Parley.Documentation.Html.Verification;

/// <summary>What the last Pact verification says about one operation or notification.</summary>
internal static class ContractBadge
{
    /// <summary>The badge; empty without results.</summary>
    public static HtmlMarkup Of(PactResults? results, string id, string? name)
    {
        if (results is null)
            return HtmlMarkup.Empty;

        var interactions = results.Find(id, name);
        var broken = interactions.Where(interaction => !interaction.Success).ToList();
        var version = results.ProviderVersion is { } provider ? $" by version {provider}" : "";
        return (interactions.Count, broken.Count) switch
        {
            (0, _) => HtmlMarkup.Of($"<span class=\"badge\">no contract</span>"),
            (_, 0) => HtmlMarkup.Of($"""<span class="badge ok" title="{Count(interactions.Count) + " verified" + version}">✓ verified</span>"""),
            _ => HtmlMarkup.Of($"""<span class="badge bad" title="{string.Join("; ", broken.Select(interaction => interaction.Description)) + version}">✗ broken</span>"""),
        };
    }

    private static string Count(int interactions) => $"{interactions} {(interactions == 1 ? "interaction" : "interactions")}";
}
