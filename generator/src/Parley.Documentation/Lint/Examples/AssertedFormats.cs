namespace Parley.Documentation.Lint.Examples;

/// <summary>What decides each <c>format</c> of draft 2020-12: that which emitted validators call.</summary>
internal static class AssertedFormats
{
    private static readonly Dictionary<string, StringFormat> ByName = new(StringComparer.Ordinal)
    {
        ["date-time"] = StringFormat.DateTime,
        ["date"] = StringFormat.Date,
        ["time"] = StringFormat.Time,
        ["duration"] = StringFormat.Duration,
        ["email"] = StringFormat.Email,
        ["idn-email"] = StringFormat.IdnEmail,
        ["hostname"] = StringFormat.Hostname,
        ["idn-hostname"] = StringFormat.IdnHostname,
        ["ipv4"] = StringFormat.Ipv4,
        ["ipv6"] = StringFormat.Ipv6,
        ["uri"] = StringFormat.Uri,
        ["uri-reference"] = StringFormat.UriReference,
        ["iri"] = StringFormat.Iri,
        ["iri-reference"] = StringFormat.IriReference,
        ["uuid"] = StringFormat.Uuid,
        ["uri-template"] = StringFormat.UriTemplate,
        ["json-pointer"] = StringFormat.JsonPointer,
        ["relative-json-pointer"] = StringFormat.RelativeJsonPointer,
        ["regex"] = StringFormat.Regex,
    };

    /// <summary>Null for a name that the draft does not define, which nothing asserts.</summary>
    public static StringFormat? Find(string name) => ByName.GetValueOrDefault(name);
}
