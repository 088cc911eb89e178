namespace Parley.Schema.Reading;

/// <summary>URIs as <c>$id</c> and <c>$ref</c> use them.</summary>
internal static class SchemaUri
{
    /// <summary>Splits an absolute URI into its normal form without fragment and the fragment without <c>#</c>.</summary>
    public static bool TryParseAbsolute(string text, out string absolute, out string fragment)
    {
        absolute = "";
        var bare = SplitFragment(text, out fragment);
        // On Unix a path that starts with '/' counts as an absolute file URI; here it is a relative reference.
        if (!HasScheme(bare) || !Uri.TryCreate(bare, UriKind.Absolute, out var uri))
            return false;
        absolute = uri.AbsoluteUri;
        return true;
    }

    /// <summary>Resolves a reference whose fragment is empty, as RFC 3986 says, to a normal absolute URI; null when it is relative and there is no base, or when it is no URI.</summary>
    public static string? Resolve(string? absoluteBase, string reference)
    {
        if (TryParseAbsolute(reference, out var absolute, out var fragment))
            return fragment.Length == 0 ? absolute : null;
        var bare = SplitFragment(reference, out fragment);
        if (fragment.Length > 0 || absoluteBase is null || HasScheme(bare))
            return null;
        return Uri.TryCreate(new Uri(absoluteBase, UriKind.Absolute), bare, out var uri) ? uri.AbsoluteUri : null;
    }

    /// <summary>The part before the <c>#</c>, and the part behind it.</summary>
    public static string SplitFragment(string reference, out string fragment)
    {
        var hash = reference.IndexOf('#');
        fragment = hash < 0 ? "" : reference.Substring(hash + 1);
        return hash < 0 ? reference : reference.Substring(0, hash);
    }

    /// <summary>Whether the reference starts with a scheme such as <c>https:</c>.</summary>
    public static bool HasScheme(string reference)
    {
        for (var i = 0; i < reference.Length; i++)
        {
            var unit = reference[i];
            if (unit == ':')
                return i > 0;
            var letter = unit is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
            if (!letter && (i == 0 || unit is not ((>= '0' and <= '9') or '+' or '-' or '.')))
                return false;
        }

        return false;
    }
}
