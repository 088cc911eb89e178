using System.Buffers;
using System.Text.Json;

namespace Parley;

/// <summary>Writes failures in an envelope.</summary>
public static class EnvelopeWriting
{
    private const long LargestExactInteger = (1L << 53) - 1;

    /// <summary>Writes a failure body.</summary>
    /// <param name="envelope">The envelope of the operation, or of the resource when the operation is not known.</param>
    /// <param name="output">Where the body goes, as UTF-8 JSON.</param>
    /// <param name="failure">What went wrong.</param>
    /// <param name="request">The request's UTF-8 JSON, where the correlation number comes from; need not be well-formed.</param>
    /// <returns>The HTTP status that the contract documents for the failure.</returns>
    public static int Write(this EnvelopeDescriptor envelope, IBufferWriter<byte> output, OperationFailure failure, ReadOnlySpan<byte> request)
    {
        var documented = envelope.Failures[failure.Kind];
        long? correlation = envelope.CorrelationMember is { } member ? TopLevelMember.ReadInteger(request, member) : null;
        // A number that some JSON readers would round correlates nothing.
        if (correlation is < -LargestExactInteger or > LargestExactInteger)
            correlation = null;

        using var writer = new Utf8JsonWriter(output, JsonOutput.Options);
        envelope.WriteFailure(writer, documented.Code, failure.Message, correlation);
        return documented.HttpStatus;
    }
}
