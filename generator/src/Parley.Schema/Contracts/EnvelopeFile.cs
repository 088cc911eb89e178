using Parley.Schema.Json;

namespace Parley.Schema.Contracts;

/// <summary>The envelopes of one place.</summary>
/// <param name="Envelopes">Those without fault, by name.</param>
/// <param name="Names">The names of all; null when they cannot be told.</param>
/// <param name="RefersToBroken">Whether a schema that they refer to has errors.</param>
internal sealed record EnvelopeFile(Dictionary<string, Envelope> Envelopes, IReadOnlyCollection<string>? Names, bool RefersToBroken)
{
    /// <summary>Envelopes that could not be read, which is reported.</summary>
    public static EnvelopeFile None => new(new Dictionary<string, Envelope>(StringComparer.Ordinal), null, false);

    public static EnvelopeFile Read(ContractScope scope, JsonNode json)
    {
        if (json.Kind != JsonKind.Object)
        {
            MemberReader.WrongValue("envelopes", json, "an object", scope.Diagnostics);
            return None;
        }

        var envelopes = new EnvelopeReader(scope).Read(json);
        var names = json.Members.Select(static member => member.Name).Where(static name => name != "$schema");
        return new EnvelopeFile(envelopes, [.. names], scope.RefersToBroken);
    }
}
