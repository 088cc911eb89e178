using System.Text.RegularExpressions;

namespace Parley.Documentation;

/// <summary>What URL templates have in common that differ in the names of their parameters alone.</summary>
internal static partial class UrlShape
{
    /// <summary>The template with nameless parameters: two templates with one shape are the same URL.</summary>
    public static string Of(string template) => Parameter().Replace(template, "{}");

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();
}
