using System.Text;

namespace Parley.Schema.Contracts;

/// <summary>URL templates such as <c>/api/v2/me/interactions/{id}</c>: segments that are words or one <c>{parameter}</c>.</summary>
internal static class UrlTemplate
{
    /// <summary>Reads a template.</summary>
    /// <param name="template">The template.</param>
    /// <param name="parameters">Its parameters in order.</param>
    /// <returns>What is wrong, as the end of a sentence, or null.</returns>
    public static string? Read(string template, out List<string> parameters)
    {
        parameters = [];
        if (template.Length < 2 || template[0] != '/')
            return "it starts with '/', and at least one segment follows";

        foreach (var segment in template.Substring(1).Split('/'))
        {
            if (segment.Length == 0)
                return "a segment is empty";

            if (segment[0] == '{' && segment[segment.Length - 1] == '}')
            {
                var name = segment.Substring(1, segment.Length - 2);
                if (name.Length == 0 || !IsLetter(name[0]) || !name.All(static unit => IsLetter(unit) || unit is >= '0' and <= '9'))
                    return "a parameter is ASCII letters and digits in braces and starts with a letter";
                if (parameters.Contains(name))
                    return "the parameter '" + name + "' is there twice";
                parameters.Add(name);
            }
            else if (!segment.All(static unit => IsLetter(unit) || unit is (>= '0' and <= '9') or '-' or '.' or '_' or '~'))
            {
                return "a segment is one '{parameter}' or made of ASCII letters, digits and '-._~'";
            }
        }

        return null;
    }

    /// <summary>A text that two templates share exactly when they match the same URLs; hosts match without regard to case.</summary>
    public static string Key(string template)
    {
        var output = new StringBuilder(template.Length);
        foreach (var segment in template.Split('/'))
            output.Append('/').Append(segment.StartsWith("{", StringComparison.Ordinal) ? "{}" : segment.ToLowerInvariant());
        return output.ToString();
    }

    private static bool IsLetter(char unit) => unit is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
