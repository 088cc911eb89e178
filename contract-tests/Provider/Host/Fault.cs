namespace ContactCenter.Provider.Host;

/// <summary>How a provider breaks its pacts: mistakes that are made in practice, made on purpose.</summary>
internal enum Fault
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>A member of the answers has got another name: <c>statusCode</c> is called <c>code</c>.</summary>
    RenamedMember,

    /// <summary>What was refused with a status of its own is refused with 400 now.</summary>
    AlteredStatus,
}
