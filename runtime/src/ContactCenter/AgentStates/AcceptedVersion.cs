namespace ContactCenter.AgentStates;

/// <summary>Reads the version of the agent states API out of <c>Accept: application/vnd.newvoicemedia.v3+json</c>.</summary>
internal static class AcceptedVersion
{
    private const string Prefix = "application/vnd.newvoicemedia.v";
    private const string Suffix = "+json";
    private static readonly string[] Versions = ["2", "3"];

    /// <summary>Returns why the header is refused, or null.</summary>
    /// <param name="accept">The header; null or empty when it is missing.</param>
    public static string? Refuse(string? accept)
    {
        var versions = (accept ?? "").Split(',').Select(VersionOf).OfType<string>().ToList();
        if (versions.Count == 0)
            return "Invalid Accept header!";
        return versions.Exists(version => Versions.Contains(version)) ? null : $"Invalid api-version! Valid values: {string.Join(',', Versions)}";
    }

    private static string? VersionOf(string range)
    {
        var type = range.Split(';')[0].Trim();
        return type.Length > Prefix.Length + Suffix.Length
            && type.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            && type.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
            ? type[Prefix.Length..^Suffix.Length]
            : null;
    }
}
