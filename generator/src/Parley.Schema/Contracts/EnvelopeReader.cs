using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Linking;
using Parley.Schema.Model;
using Parley.Schema.Naming;
using Parley.Schema.Reading;

namespace Parley.Schema.Contracts;

/// <summary>An envelope and the success schema of the operations that have none of their own.</summary>
internal sealed record Envelope(EnvelopeModel Model, TypeReference? Success);

/// <summary>Reads the envelopes of a manifest or of a file that manifests share.</summary>
internal sealed class EnvelopeReader(ContractScope scope)
{
    private static readonly string[] FailureKinds =
    [
        "malformedBody", "bodyTooLarge", "unknownOperation", "missingMember", "invalidMember", "wrongState", "forbidden", "permissionDenied",
        "notAuthenticated", "notFound", "internalError",
    ];

    /// <summary>Reads envelopes by name; those with errors are left out after a report.</summary>
    public Dictionary<string, Envelope> Read(JsonNode envelopes)
    {
        var read = new Dictionary<string, Envelope>(StringComparer.Ordinal);
        foreach (var member in envelopes.Members)
        {
            if (member.Name != "$schema" && ReadOne(member) is { } envelope)
                read[member.Name] = envelope;
        }

        return read;
    }

    private Envelope? ReadOne(JsonMember member)
    {
        if (!IsCamel(member.Name))
        {
            scope.Diagnostics.Add(
                SchemaRules.BadName, member.NameSpan, member.Name, "an envelope", "a word of ASCII letters and digits that starts with a small letter");
        }

        if (MemberReader.Open(member, "an envelope", scope.Diagnostics) is not { } members)
            return null;

        members.Text("description");
        var successMember = members.Take("success", required: true);
        var failureMember = members.Take("failure", required: true);
        var bindings = members.Take("members", required: true);
        var failures = members.Take("failures") is { } given ? ReadFailures(given) : StandardFailures.Rows;
        members.Finish();

        var success = successMember is null ? null : scope.ReadRecord(successMember);
        var failure = failureMember is null ? null : scope.ReadRecord(failureMember);
        if (success is null || failure is null || bindings is null || failures is null)
            return null;

        var bound = ReadBindings(bindings, failure, failureMember!);
        if (bound is null)
            return null;

        var model = new EnvelopeModel(
            member.Name,
            Identifiers.Pascal(member.Name),
            scope.Schemas.Reference(failure),
            bound.Code?.Identifier,
            bound.Message.Identifier,
            bound.Correlation?.Identifier,
            bound.Correlation?.Name,
            new EquatableArray<FailureModel>(failures));
        return new Envelope(model, scope.Schemas.Reference(success));
    }

    private Bindings? ReadBindings(JsonMember member, SchemaSyntax failure, JsonMember failureMember)
    {
        if (MemberReader.Open(member, "'members'", scope.Diagnostics) is not { } members)
            return null;

        var message = Bind(members.Text("message", required: true), "message", failure, ShapeKind.String);
        var code = Bind(members.Text("code"), "code", failure, ShapeKind.Integer);
        var correlation = Bind(members.Text("correlation"), "correlation", failure, ShapeKind.Integer);
        members.Finish();

        foreach (var other in scope.Schemas.MembersOf(failure))
        {
            if (other.Required && other != message && other != code && other != correlation && other.Followed.Json.Find("const") is null)
            {
                var reference = failureMember.Value.Find("$ref")!.Value;
                scope.Diagnostics.Add(SchemaRules.UnboundMember, reference.Span, reference.Text, other.Name);
            }
        }

        return message is null ? null : new Bindings(message, code, correlation);
    }

    private RecordMember? Bind(JsonNode? name, string role, SchemaSyntax failure, ShapeKind kind)
    {
        if (name is null)
            return null;

        var member = scope.Schemas.FindMember(failure, name.Text);
        // A request may come without the number, and then the failure has none to repeat.
        var optional = role == "correlation";
        if (member is not null && scope.Schemas.ShapeOf(member.Schema).Kind == kind && member.Followed.Json.Find("const") is null && !(optional && member.Required))
            return member;

        var path = scope.Schemas.Declarations.Find(failure)!.File.Path;
        var expected = kind == ShapeKind.String ? "a string" : optional ? "an optional integer" : "an integer";
        scope.Diagnostics.Add(SchemaRules.BadBinding, name.Span, role, expected, path, name.Text);
        return null;
    }

    private IReadOnlyList<FailureModel>? ReadFailures(JsonMember member)
    {
        if (MemberReader.Open(member, "'failures'", scope.Diagnostics) is not { } members)
            return null;

        var failures = new List<FailureModel>();
        foreach (var kind in FailureKinds)
        {
            if (members.Take(kind) is not { } row)
                scope.Diagnostics.Add(SchemaRules.MissingFailure, member.NameSpan, kind);
            else if (ReadFailure(row) is { } failure)
                failures.Add(failure);
        }

        members.Finish();
        return failures;
    }

    private FailureModel? ReadFailure(JsonMember row)
    {
        if (MemberReader.Open(row, "a failure", scope.Diagnostics) is not { } members)
            return null;

        members.Integer("code", out var code);
        var http = members.Integer("http", out var status);
        var description = members.Text("description", required: true);
        members.Finish();

        if (http is not null && status is (< 400 or > 599))
            scope.Diagnostics.Add(SchemaRules.BadHttpStatus, http.Span, http.Text);
        return description is null ? null : new FailureModel(Identifiers.Pascal(row.Name), code, status, description.Text);
    }

    private static bool IsCamel(string name) =>
        name.Length > 0 && name[0] is >= 'a' and <= 'z' && name.All(static unit => unit is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'));

    private sealed record Bindings(RecordMember Message, RecordMember? Code, RecordMember? Correlation);
}
