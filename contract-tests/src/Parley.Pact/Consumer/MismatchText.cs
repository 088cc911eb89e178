using System.Text;
using System.Text.Json;

namespace Parley.Pacts;

/// <summary>Says in lines what a mock server reports as JSON.</summary>
internal static class MismatchText
{
    /// <summary>One line for each request, and below it one for each difference.</summary>
    /// <param name="mismatches">The array that the mock server gives.</param>
    public static string Of(string mismatches)
    {
        var text = new StringBuilder();
        using var document = JsonDocument.Parse(mismatches);
        foreach (var request in document.RootElement.EnumerateArray())
        {
            text.Append("- ").Append(Member(request, "method")).Append(' ').Append(Member(request, "path")).Append(": ").AppendLine(Member(request, "type") switch
            {
                "missing-request" => "was not called",
                "request-not-found" => "is not described",
                "request-mismatch" => "was called otherwise than described",
                var other => other,
            });
            if (!request.TryGetProperty("mismatches", out var differences))
                continue;
            foreach (var difference in differences.EnumerateArray())
                text.Append("  - ").Append(Member(difference, "path")).Append(' ').AppendLine(Member(difference, "mismatch"));
        }

        return text.ToString();
    }

    private static string Member(JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString()! : "";
}
