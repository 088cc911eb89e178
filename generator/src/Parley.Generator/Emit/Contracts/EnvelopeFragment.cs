using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;
using static Parley.Generator.Emit.Contracts.Fragments;

namespace Parley.Generator.Emit.Contracts;

/// <summary>An envelope: its catalogue of failures, and writing and reading them through the typed failure record.</summary>
internal static class EnvelopeFragment
{
    public static CSharpCode Of(EnvelopeModel envelope, ContractNames names)
    {
        var failure = CSharpCode.TypeName(envelope.Failure.TypeName);
        return CSharpCode.Of(
            $$"""
            public static readonly global::Parley.EnvelopeDescriptor {{names.Envelope(envelope.Name)}} = new()
            {
                Name = {{CSharpLiteral.String(envelope.Name)}},
                Failures = new global::Parley.FailureCatalogue(static kind => kind switch
                {
                    {{Lines(envelope.Failures.Select(Failure))}}
                    _ => null,
                }),
                WriteFailure = static (writer, code, message, correlation) =>
                    new {{failure}} { {{Written(envelope)}} }.WriteTo(writer),
                ReadFailure = static body =>
                    {{failure}}.TryRead(body, out var failure) ? new global::Parley.FailureBody({{Read(envelope)}}) : null,
                CorrelationMember = {{CSharpLiteral.NullableString(envelope.CorrelationMember)}},
            };
            """);
    }

    private static CSharpCode Failure(FailureModel failure) => CSharpCode.Of(
        $"global::Parley.FailureKind.{CSharpIdentifier.Of(failure.Kind)} => new({failure.Code}, {failure.HttpStatus}, {CSharpLiteral.String(failure.Description)}),");

    private static CSharpCode Written(EnvelopeModel envelope) =>
        Commas(new[]
        {
            Assignment(envelope.Code, CSharpCode.Of($"code")),
            Assignment(envelope.Message, CSharpCode.Of($"message")),
            Assignment(envelope.Correlation, CSharpCode.Of($"correlation")),
        }.Where(static assignment => !assignment.IsEmpty));

    private static CSharpCode Assignment(string? property, CSharpCode value) =>
        property is null ? CSharpCode.Empty : CSharpCode.Of($"{CSharpIdentifier.Of(property)} = {value}");

    private static CSharpCode Read(EnvelopeModel envelope) =>
        Commas(new[] { envelope.Code, envelope.Message, envelope.Correlation }.Select(static property => property is null ? CSharpCode.Of($"null") : CSharpCode.Of($"failure.{CSharpIdentifier.Of(property)}")));
}
