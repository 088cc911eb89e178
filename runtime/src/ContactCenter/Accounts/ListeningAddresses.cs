namespace ContactCenter.Accounts;

/// <summary>The addresses that a configuration makes Kestrel listen on.</summary>
internal static class ListeningAddresses
{
    /// <summary>Returns them as URLs; one that means every interface has <c>*</c> for its host.</summary>
    public static IReadOnlyList<string> From(IConfiguration configuration)
    {
        // Kestrel's own order: endpoints win over URLs, URLs over bare ports.
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>().ToList();
        if (endpoints.Count > 0)
            return endpoints;

        var urls = Split(configuration["urls"]);
        return urls.Count > 0
            ? urls
            : [.. Split(configuration["http_ports"]).Select(port => $"http://*:{port}"), .. Split(configuration["https_ports"]).Select(port => $"https://*:{port}")];
    }

    private static List<string> Split(string? list) =>
        [.. (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
