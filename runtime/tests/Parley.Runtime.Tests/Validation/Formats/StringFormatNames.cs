namespace Parley.Tests.Validation.Formats;

/// <summary>Formats by the name that a schema gives them.</summary>
internal static class StringFormatNames
{
    /// <summary>The format; null when the draft defines none of that name.</summary>
    public static StringFormat? Find(string name) => name switch
    {
        "date-time" => StringFormat.DateTime,
        "date" => StringFormat.Date,
        "time" => StringFormat.Time,
        "duration" => StringFormat.Duration,
        "email" => StringFormat.Email,
        "idn-email" => StringFormat.IdnEmail,
        "hostname" => StringFormat.Hostname,
        "idn-hostname" => StringFormat.IdnHostname,
        "ipv4" => StringFormat.Ipv4,
        "ipv6" => StringFormat.Ipv6,
        "uri" => StringFormat.Uri,
        "uri-reference" => StringFormat.UriReference,
        "iri" => StringFormat.Iri,
        "iri-reference" => StringFormat.IriReference,
        "uri-template" => StringFormat.UriTemplate,
        "uuid" => StringFormat.Uuid,
        "json-pointer" => StringFormat.JsonPointer,
        "relative-json-pointer" => StringFormat.RelativeJsonPointer,
        "regex" => StringFormat.Regex,
        _ => null,
    };
}
