namespace Parley;

/// <summary>Reads the keyword location of an error as the way through the schema: which subschemas it passes, and at which value each is evaluated.</summary>
internal static class EvaluationPath
{
    /// <summary>The subschemas between the root and the broken rule, the outermost first.</summary>
    public static IEnumerable<(string KeywordLocation, string InstanceLocation)> SubschemasOf(SchemaError error)
    {
        var keywordEnd = 0;
        var instanceEnd = 0;
        while (Next(error.KeywordLocation, keywordEnd) is var end && end < error.KeywordLocation.Length)
        {
            var (hasName, goesDown) = error.KeywordLocation[(keywordEnd + 1)..end] switch
            {
                "properties" or "patternProperties" or "prefixItems" => (true, true),
                "dependentSchemas" or "allOf" or "anyOf" or "oneOf" => (true, false),
                "additionalProperties" or "unevaluatedProperties" or "items" or "unevaluatedItems" or "contains" => (false, true),
                _ => (false, false),
            };
            keywordEnd = hasName ? Next(error.KeywordLocation, end) : end;
            if (keywordEnd >= error.KeywordLocation.Length)
                yield break;

            if (goesDown)
                instanceEnd = Next(error.InstanceLocation, instanceEnd);
            yield return (error.KeywordLocation[..keywordEnd], error.InstanceLocation[..instanceEnd]);
        }
    }

    // The end of the token that begins with the slash at a place.
    private static int Next(string pointer, int start)
    {
        if (start >= pointer.Length)
            return pointer.Length;
        var slash = pointer.IndexOf('/', start + 1);
        return slash < 0 ? pointer.Length : slash;
    }
}
