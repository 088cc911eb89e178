using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Model;

namespace Parley.Schema.Contracts;

/// <summary>Reads a method of a resource.</summary>
internal sealed class MethodReader(ContractScope scope, ManifestParts parts)
{
    public MethodModel? Read(JsonMember member)
    {
        if (MemberReader.Open(member, "a method", scope.Diagnostics) is not { } members)
            return null;

        var hasBody = member.Name is "post" or "put" or "patch";
        var discriminator = members.Text("discriminator");
        var envelope = FindEnvelope(members.Text("envelope", required: true), scope, parts);
        var operations = members.Map("operations", required: true);
        members.Finish();

        if (discriminator is not null && !hasBody)
            scope.Diagnostics.Add(SchemaRules.NoDiscriminator, discriminator.Span, "discriminator", "a request of this method has no body");
        if (discriminator is null && operations.Count > 1)
            scope.Diagnostics.Add(SchemaRules.SeveralOperations, member.NameSpan, DiagnosticBag.Number(operations.Count));

        var reader = new OperationReader(scope, parts, new MethodSyntax(member.Name, hasBody, discriminator?.Text, envelope));
        var models = new List<OperationModel>();
        foreach (var operation in operations)
        {
            if (reader.Read(operation) is not { } model)
                continue;
            CheckWireName(models, model, operation);
            models.Add(model);
        }

        if (envelope is null)
            return null;
        return new MethodModel(member.Name.ToUpperInvariant(), discriminator?.Text, envelope.Model.Name, new EquatableArray<OperationModel>(models));
    }

    /// <summary>The envelope of a name, or null after a report.</summary>
    public static Envelope? FindEnvelope(JsonNode? name, ContractScope scope, ManifestParts parts)
    {
        if (name is null)
            return null;
        if (parts.Envelopes.TryGetValue(name.Text, out var envelope))
        {
            parts.Use(envelope.Model);
            return envelope;
        }

        // One that has errors is known, and its errors are said where it stands.
        if (parts.EnvelopeNames is { } known && !known.Contains(name.Text))
            scope.Diagnostics.Add(SchemaRules.UnknownEnvelope, name.Span, name.Text, ContractScope.OneOf(known));
        return null;
    }

    private void CheckWireName(List<OperationModel> others, OperationModel model, JsonMember operation)
    {
        if (model.WireName is null)
            return;
        foreach (var other in others)
        {
            if (string.Equals(other.WireName, model.WireName, StringComparison.Ordinal))
                scope.Diagnostics.Add(SchemaRules.WireNameTaken, operation.NameSpan, other.Name, model.Name, model.WireName);
        }
    }
}

/// <summary>What an operation needs to know of its method.</summary>
/// <param name="Verb">Lower case.</param>
/// <param name="HasBody">Whether requests have a body.</param>
/// <param name="Discriminator">The body member that tells operations apart, or null.</param>
/// <param name="Envelope">The default envelope, or null when it has errors.</param>
internal sealed record MethodSyntax(string Verb, bool HasBody, string? Discriminator, Envelope? Envelope);
