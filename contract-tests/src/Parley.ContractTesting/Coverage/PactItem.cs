using System.Text.Json;

namespace Parley.ContractTesting;

/// <summary>An interaction or message in a pact file of specification V4.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Description">Its description.</param>
/// <param name="IsMessage">Whether it is an asynchronous message.</param>
/// <param name="Method">HTTP method, upper case; empty for a message.</param>
/// <param name="Path">URL path; empty for a message.</param>
/// <param name="Status">HTTP status of the response; 0 for a message.</param>
/// <param name="Request">Body of the request, or content of the message; undefined when there is none.</param>
/// <param name="Response">Body of the response; undefined when there is none.</param>
/// <param name="Query">Query parameters with their values.</param>
public sealed record PactItem(
    string File, string Description, bool IsMessage, string Method, string Path, int Status, JsonElement Request, JsonElement Response, JsonElement Query)
{
    /// <summary>Reads all of a file.</summary>
    /// <exception cref="PactFailureException">The file is missing or holds no pact of specification V4.</exception>
    public static IReadOnlyList<PactItem> ReadAll(FileInfo file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!file.Exists)
            throw new PactFailureException($"There is no pact file {file.FullName}. Run the consumer's tests first: they write it.");
        try
        {
            return [.. PactDocument.Read(System.IO.File.ReadAllText(file.FullName), file.FullName).Interactions.Select(interaction => Read(file.Name, interaction))];
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new PactFailureException($"{file.FullName} holds no pact of specification V4: {exception.Message}", exception);
        }
    }

    private static PactItem Read(string file, PactInteraction interaction)
    {
        var content = JsonSerializer.SerializeToElement(interaction.Content);
        if (interaction.IsMessage)
            return new PactItem(file, interaction.Description, true, "", "", 0, content.TryGetProperty("contents", out var contents) ? Content(contents) : default, default, default);

        var request = content.GetProperty("request");
        var response = content.GetProperty("response");
        return new PactItem(
            file,
            interaction.Description,
            false,
            request.TryGetProperty("method", out var method) ? method.GetString()!.ToUpperInvariant() : "GET",
            request.TryGetProperty("path", out var path) ? path.GetString()! : "/",
            response.TryGetProperty("status", out var status) ? status.GetInt32() : 200,
            Body(request),
            Body(response),
            request.TryGetProperty("query", out var query) ? query.Clone() : default);
    }

    private static JsonElement Body(JsonElement part) => part.TryGetProperty("body", out var body) && body.ValueKind == JsonValueKind.Object ? Content(body) : default;

    private static JsonElement Content(JsonElement body) => body.TryGetProperty("content", out var content) ? content.Clone() : default;
}
