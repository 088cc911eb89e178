using System.Text;
using System.Text.Json;

namespace Parley.Pacts;

/// <summary>What a verification found.</summary>
/// <param name="Verified">Interactions that were tried.</param>
/// <param name="Pending">Interactions whose failure does not count, because the provider has never kept their pact; each named with its pact.</param>
/// <param name="Failures">A line for each failure.</param>
internal sealed record VerificationReport(int Verified, IReadOnlyList<string> Pending, string Failures)
{
    /// <summary>Reads the core's report.</summary>
    public static VerificationReport Read(string? json)
    {
        if (string.IsNullOrEmpty(json))
            return new VerificationReport(0, [], "");
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new VerificationReport(
            root.GetProperty("interactionResults").GetArrayLength(),
            [.. root.GetProperty("pendingErrors").EnumerateArray().Select(error => error.GetProperty("interaction").GetString() ?? "")],
            Lines(root.GetProperty("errors")));
    }

    /// <summary>Whether an interaction of this description is among <see cref="Pending"/>.</summary>
    public bool IsPending(string description) => Pending.Any(interaction => interaction.EndsWith($" - {description}", StringComparison.Ordinal));

    private static string Lines(JsonElement errors)
    {
        var text = new StringBuilder();
        foreach (var error in errors.EnumerateArray())
        {
            text.AppendLine().Append("- ").Append(error.GetProperty("interaction").GetString());
            if (error.GetProperty("mismatch") is not { ValueKind: JsonValueKind.Object } mismatch)
                continue;
            if (mismatch.TryGetProperty("message", out var message))
                text.Append(": ").Append(message.GetString());
            if (!mismatch.TryGetProperty("mismatches", out var differences))
                continue;
            foreach (var difference in differences.EnumerateArray())
            {
                text.AppendLine().Append("  - ");
                if (difference.TryGetProperty("path", out var path))
                    text.Append(path.GetString()).Append(' ');
                text.Append(difference.GetProperty("mismatch").GetString());
            }
        }

        return text.ToString();
    }
}
