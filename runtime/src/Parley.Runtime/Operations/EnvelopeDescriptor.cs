using System.Text.Json;

namespace Parley;

/// <summary>How the success and failure of an operation look on the wire.</summary>
public sealed record EnvelopeDescriptor
{
    /// <summary>Name in the manifest, such as <c>statusCode</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Code, HTTP status and meaning of every kind of failure; the generator refuses a contract that leaves one out.</summary>
    public required IReadOnlyDictionary<FailureKind, FailureDescriptor> Failures { get; init; }

    /// <summary>Writes the failure body.</summary>
    public required FailureWriter WriteFailure { get; init; }

    /// <summary>Reads the failure body: the reverse of <see cref="WriteFailure"/>.</summary>
    public required FailureReader ReadFailure { get; init; }

    /// <summary>The member of the request that a failure repeats so that the caller can tell which request it answers, or null.</summary>
    public string? CorrelationMember { get; init; }
}

/// <summary>Writes one failure body.</summary>
/// <param name="writer">Where to.</param>
/// <param name="code">The documented code of the failure.</param>
/// <param name="message">The sentence for the caller.</param>
/// <param name="correlation">The request's correlation number, when the envelope has one and the request gave one.</param>
public delegate void FailureWriter(Utf8JsonWriter writer, int code, string message, long? correlation);

/// <summary>Reads one failure body.</summary>
/// <param name="utf8Json">The body.</param>
/// <returns>What it says, or null when it is no failure of this envelope.</returns>
public delegate FailureBody? FailureReader(ReadOnlySpan<byte> utf8Json);

/// <summary>What a failure body says.</summary>
/// <param name="Code">The documented code, or null in an envelope without codes.</param>
/// <param name="Message">The sentence for the caller, or null when the failure says none.</param>
/// <param name="Correlation">The request's correlation number, if repeated.</param>
public readonly record struct FailureBody(long? Code, string? Message, long? Correlation);

/// <summary>One row of a contract's failure catalogue.</summary>
/// <param name="Code">The documented code in the body.</param>
/// <param name="HttpStatus">The HTTP status, 400 to 599.</param>
/// <param name="Description">What the code means, for a reader.</param>
public sealed record FailureDescriptor(int Code, int HttpStatus, string Description);
