using System.Text;

namespace Parley.Pacts.Tests;

/// <summary>The consumer under test.</summary>
internal static class Requests
{
    private static readonly HttpClient Client = new();

    public static async Task<string> PostAsync(Uri server, string path, string json)
    {
        using var response = await Client.PostAsync(new Uri(server, path), new StringContent(json, Encoding.UTF8, "application/json"));
        return await response.Content.ReadAsStringAsync();
    }
}
