using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;
using Parley.Schema.Naming;

namespace Parley.Generator.Emit.Validation;

/// <summary><c>format</c> where it is asserted: a string is what the named specification describes.</summary>
internal sealed class FormatCheck : KeywordCheck
{
    public override JsonTypes AppliesTo => JsonTypes.String;

    public override Assertion? For(SchemaNode node, CheckSubject subject) =>
        node.AssertedFormat is { } format
            ? new("format", CSharpCode.Of($"!global::Parley.StringFormat.{CSharpIdentifier.Of(Identifiers.Pascal(format))}.Matches(ref reader)"), $"must be {Description(format)}")
            : null;

    private static string Description(string format) => format switch
    {
        "date-time" => "a date and time with offset such as 2026-01-31T08:30:00Z",
        "date" => "a date such as 2026-01-31",
        "time" => "a time with offset such as 08:30:00Z",
        "duration" => "a duration such as P1DT12H",
        "email" or "idn-email" => "an e-mail address",
        "hostname" or "idn-hostname" => "a host name",
        "ipv4" => "an IPv4 address",
        "ipv6" => "an IPv6 address",
        "uri" => "an absolute URI",
        "uri-reference" => "a URI reference",
        "iri" => "an absolute IRI",
        "iri-reference" => "an IRI reference",
        "uri-template" => "a URI template",
        "uuid" => "a UUID",
        "json-pointer" => "a JSON pointer",
        "relative-json-pointer" => "a relative JSON pointer",
        _ => "an ECMA-262 regular expression",
    };
}
