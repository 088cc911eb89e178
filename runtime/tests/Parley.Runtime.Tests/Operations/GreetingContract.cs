using System.Text.Json;

namespace Parley.Tests.Operations;

/// <summary>A contract as it would be emitted: <c>Hail</c> (wire name <c>Hello</c>) and <c>Farewell</c> on one URL, told apart by <c>op</c>, and <c>Find</c> with a query.</summary>
internal static class GreetingContract
{
    /// <summary>An envelope with code, message and correlation.</summary>
    public static EnvelopeDescriptor Coded { get; } = Envelope("coded", "no", "why", "ref");

    /// <summary>An envelope with a message alone.</summary>
    public static EnvelopeDescriptor Plain { get; } = Envelope("plain", null, "sorry", null);

    public static OperationDescriptor Hail { get; } = new()
    {
        Index = 0,
        Name = "Hail",
        WireName = "Hello",
        Discriminator = "op",
        Method = "POST",
        Template = "/people/{id}/talks/{talk}",
        Envelope = Coded,
        From = ["Silent"],
        To = "Talking",
    };

    public static OperationDescriptor Farewell { get; } = new()
    {
        Index = 1,
        Name = "Farewell",
        WireName = "Farewell",
        Discriminator = "op",
        Method = "POST",
        Template = "/people/{id}/talks/{talk}",
        Envelope = Plain,
        MethodEnvelope = Coded,
        From = ["Talking", "Shouting"],
    };

    public static OperationDescriptor Find { get; } = new() { Index = 2, Name = "Find", Method = "GET", Template = "/people", Envelope = Coded };

    public static ResourceMethodDescriptor Talk { get; } = new() { Method = "POST", Discriminator = "op", Envelope = Coded, Operations = [Hail, Farewell] };

    public static ResourceMethodDescriptor List { get; } = new() { Method = "GET", Envelope = Coded, Operations = [Find] };

    private static EnvelopeDescriptor Envelope(string name, string? code, string message, string? correlation) => new()
    {
        Name = name,
        CorrelationMember = correlation,
        Failures = Enum.GetValues<FailureKind>().ToDictionary(kind => kind, Documented),
        WriteFailure = (writer, number, sentence, reference) =>
        {
            writer.WriteStartObject();
            if (code is not null)
                writer.WriteNumber(code, number);
            writer.WriteString(message, sentence);
            if (correlation is not null && reference is { } given)
                writer.WriteNumber(correlation, given);
            writer.WriteEndObject();
        },
        ReadFailure = body => Read(body, code, message),
    };

    private static FailureBody? Read(ReadOnlySpan<byte> body, string? code, string message)
    {
        if (JsonTextCheck.Explain(body) is not null)
            return null;

        using var document = JsonDocument.Parse(body.ToArray());
        return document.RootElement.TryGetProperty(message, out var sentence)
            ? new FailureBody(code is null ? null : document.RootElement.GetProperty(code).GetInt64(), sentence.GetString(), null)
            : null;
    }

    private static FailureDescriptor Documented(FailureKind kind) => kind switch
    {
        FailureKind.MissingMember => new(1, 400, ""),
        FailureKind.NotFound => new(6, 404, ""),
        FailureKind.PermissionDenied => new(5, 403, ""),
        FailureKind.InternalError => new(4, 500, ""),
        FailureKind.BodyTooLarge => new(2, 413, ""),
        _ => new(2, 400, ""),
    };
}

/// <summary>Selects as an emitted dispatcher does.</summary>
internal sealed class GreetingDispatcher : ContractDispatcher
{
    public override ContractDescriptor Contract => throw new NotSupportedException();

    public override OperationDescriptor? Select(ResourceMethodDescriptor method, ReadOnlySpan<byte> wireName) =>
        wireName.SequenceEqual("Hello"u8) ? GreetingContract.Hail : wireName.SequenceEqual("Farewell"u8) ? GreetingContract.Farewell : null;

    public override ValueTask DispatchAsync(OperationCall call, CancellationToken cancellationToken) => throw new NotSupportedException();
}
