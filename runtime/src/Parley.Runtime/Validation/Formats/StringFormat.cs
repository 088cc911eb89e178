using System.Buffers;

namespace Parley;

/// <summary>One <c>format</c> of draft 2020-12 as an assertion: what the specification that it names allows, decided on the string's UTF-8.</summary>
public sealed class StringFormat
{
    private const int OnStack = 256;

    private readonly Func<ReadOnlySpan<byte>, bool> _isMatch;

    private StringFormat(Func<ReadOnlySpan<byte>, bool> isMatch) => _isMatch = isMatch;

    /// <summary><c>date-time</c>: RFC 3339 <c>date-time</c>, leap seconds only where UTC may have one.</summary>
    public static StringFormat DateTime { get; } = new(DateTimeFormat.IsDateTime);

    /// <summary><c>date</c>: RFC 3339 <c>full-date</c>.</summary>
    public static StringFormat Date { get; } = new(DateTimeFormat.IsDate);

    /// <summary><c>time</c>: RFC 3339 <c>full-time</c>, with its offset.</summary>
    public static StringFormat Time { get; } = new(DateTimeFormat.IsTime);

    /// <summary><c>duration</c>: RFC 3339 appendix A.</summary>
    public static StringFormat Duration { get; } = new(DurationFormat.IsMatch);

    /// <summary><c>email</c>: RFC 5321 <c>Mailbox</c>.</summary>
    public static StringFormat Email { get; } = new(EmailFormat.IsEmail);

    /// <summary><c>idn-email</c>: RFC 6531 <c>Mailbox</c>.</summary>
    public static StringFormat IdnEmail { get; } = new(EmailFormat.IsInternational);

    /// <summary><c>hostname</c>: RFC 1123, with labels <c>xn--…</c> as RFC 5891 has them.</summary>
    public static StringFormat Hostname { get; } = new(HostnameFormat.IsHostname);

    /// <summary><c>idn-hostname</c>: RFC 5890 to 5893. With <c>InvariantGlobalization</c> .NET does not know NFC, and every label counts as normalised.</summary>
    public static StringFormat IdnHostname { get; } = new(HostnameFormat.IsInternational);

    /// <summary><c>ipv4</c>: RFC 2673 dotted quad, without leading zeros.</summary>
    public static StringFormat Ipv4 { get; } = new(IpAddressFormat.IsIpv4);

    /// <summary><c>ipv6</c>: RFC 4291, without zone.</summary>
    public static StringFormat Ipv6 { get; } = new(IpAddressFormat.IsIpv6);

    /// <summary><c>uri</c>: RFC 3986 <c>URI</c>.</summary>
    public static StringFormat Uri { get; } = new(static text => UriFormat.IsMatch(text, international: false, absolute: true));

    /// <summary><c>uri-reference</c>: RFC 3986 <c>URI-reference</c>.</summary>
    public static StringFormat UriReference { get; } = new(static text => UriFormat.IsMatch(text, international: false, absolute: false));

    /// <summary><c>iri</c>: RFC 3987 <c>IRI</c>.</summary>
    public static StringFormat Iri { get; } = new(static text => UriFormat.IsMatch(text, international: true, absolute: true));

    /// <summary><c>iri-reference</c>: RFC 3987 <c>IRI-reference</c>.</summary>
    public static StringFormat IriReference { get; } = new(static text => UriFormat.IsMatch(text, international: true, absolute: false));

    /// <summary><c>uri-template</c>: RFC 6570.</summary>
    public static StringFormat UriTemplate { get; } = new(UriTemplateFormat.IsMatch);

    /// <summary><c>uuid</c>: RFC 4122, any version and variant.</summary>
    public static StringFormat Uuid { get; } = new(UuidFormat.IsMatch);

    /// <summary><c>json-pointer</c>: RFC 6901, not as a URI fragment.</summary>
    public static StringFormat JsonPointer { get; } = new(JsonPointerFormat.IsPointer);

    /// <summary><c>relative-json-pointer</c>: draft-bhutton-relative-json-pointer-00.</summary>
    public static StringFormat RelativeJsonPointer { get; } = new(JsonPointerFormat.IsRelative);

    /// <summary><c>regex</c>: ECMA-262 <c>Pattern</c> with the flag <c>u</c>.</summary>
    public static StringFormat Regex { get; } = new(RegexFormat.IsMatch);

    /// <summary>Whether a text has the format.</summary>
    /// <param name="utf8Text">Valid UTF-8, without JSON's escapes.</param>
    public bool IsMatch(ReadOnlySpan<byte> utf8Text) => _isMatch(utf8Text);

    /// <summary>Whether the string under the reader has the format. For emitted code.</summary>
    /// <param name="reader">On a string.</param>
    public bool Matches(scoped ref Utf8JsonCursor reader)
    {
        var text = reader.ValueSpan;
        if (!reader.ValueIsEscaped)
            return _isMatch(text);

        if (text.Length <= OnStack)
        {
            Span<byte> onStack = stackalloc byte[OnStack];
            return _isMatch(onStack[..reader.CopyString(onStack)]);
        }

        var rented = ArrayPool<byte>.Shared.Rent(text.Length);
        try
        {
            return _isMatch(rented.AsSpan(0, reader.CopyString(rented)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
