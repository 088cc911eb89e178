using System.Text.Json;

namespace Parley.Pacts;

/// <summary>
/// Looks into pact files before the core does, which leaves out what it cannot read and calls nothing verified a success.
/// </summary>
internal static class PactFiles
{
    /// <summary>Says between whom the pact of a file is.</summary>
    /// <exception cref="PactFailureException">The file is missing or holds no pact.</exception>
    public static string Read(FileInfo file)
    {
        if (!file.Exists)
            throw new PactFailureException($"There is no pact file {file.FullName}. Run the consumer's tests first: they write it.");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file.FullName));
            return $"{Party(document.RootElement, "consumer")} with {Party(document.RootElement, "provider")}";
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new PactFailureException($"{file.FullName} holds no pact: {exception.Message} Delete it and run the consumer's tests again.", exception);
        }
    }

    /// <summary>Says which pacts a folder holds.</summary>
    /// <exception cref="PactFailureException">The folder is missing or has no pact files, or a file in it holds no pact.</exception>
    public static string Read(DirectoryInfo directory, string[] consumers)
    {
        var files = directory.Exists ? directory.GetFiles("*.json") : [];
        if (files.Length == 0)
            throw new PactFailureException($"There is no pact file in {directory.FullName}. Run the consumers' tests first: they write them.");
        var only = consumers.Length == 0 ? "" : $", of which those of {string.Join(", ", consumers)} count";
        return $"the pacts in {directory.FullName} ({string.Join("; ", files.Select(Read).Order(StringComparer.Ordinal))}{only})";
    }

    private static string Party(JsonElement pact, string role) => pact.GetProperty(role).GetProperty("name").GetString() ?? "";
}
