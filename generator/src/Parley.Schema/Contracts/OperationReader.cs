using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Model;

namespace Parley.Schema.Contracts;

/// <summary>Reads the operations of one method.</summary>
internal sealed class OperationReader(ContractScope scope, ManifestParts parts, MethodSyntax method)
{
    private readonly OperationInputs _inputs = new(scope, method);

    public OperationModel? Read(JsonMember member)
    {
        ContractNames.Check(member.Name, member.NameSpan, "an operation", scope.Diagnostics);
        if (!parts.Operations.Add(member.Name))
            scope.Diagnostics.Add(SchemaRules.OperationNameTaken, member.NameSpan, member.Name);
        if (MemberReader.Open(member, "an operation", scope.Diagnostics) is not { } members)
            return null;

        var summary = members.Text("summary", required: true);
        var description = members.Text("description");
        var wireName = ReadWireName(members.Text("wireName"), member.Name);
        var requestMember = members.Take("request", required: method.Discriminator is not null);
        var queryMember = members.Take("query");
        var successMember = members.Take("success");
        var ownEnvelope = members.Text("envelope");
        var permissions = members.Names("permissions");
        var features = members.Names("features");
        var from = members.Names("from");
        var to = members.Text("to");
        var capability = ReadCapability(members.Take("capability"), from, wireName ?? member.Name);
        var notifies = members.Names("notifies");
        ExampleReader.Check(members.Take("examples"), scope.Diagnostics);
        members.Finish();

        CheckStates(from, to);
        CheckNotifications(notifies);
        var envelope = ownEnvelope is null ? method.Envelope : MethodReader.FindEnvelope(ownEnvelope, scope, parts);
        var request = _inputs.ReadRequest(requestMember, wireName);
        var query = _inputs.ReadQuery(queryMember);
        var success = successMember is null ? null : scope.ReadRecord(successMember);
        if (summary is null || envelope is null || (success is null && successMember is not null))
            return null;

        return new OperationModel
        {
            Index = parts.NextIndex++,
            Name = member.Name,
            WireName = wireName,
            Summary = summary.Text,
            Description = description?.Text,
            Request = request is null ? null : scope.Schemas.Reference(request),
            Query = query is null ? null : scope.Schemas.Reference(query),
            QueryParameters = new EquatableArray<QueryParameterModel>(query is null ? [] : _inputs.QueryParameters(query)),
            Success = success is null ? envelope.Success! : scope.Schemas.Reference(success),
            Envelope = envelope.Model.Name,
            Permissions = Texts(permissions),
            Features = Texts(features),
            From = Texts(from),
            To = to?.Text,
            Capability = capability,
            Notifies = Texts(notifies),
        };
    }

    private string? ReadWireName(JsonNode? wireName, string name)
    {
        if (method.Discriminator is not null)
            return wireName?.Text ?? name;
        if (wireName is not null)
            scope.Diagnostics.Add(SchemaRules.NoDiscriminator, wireName.Span, "wireName", "this method has one operation and needs none");
        return null;
    }

    private string? ReadCapability(JsonMember? member, IReadOnlyList<JsonNode> from, string wireName)
    {
        if (member is null)
            return from.Count > 0 ? wireName : null;
        if (member.Value.Kind == JsonKind.String && member.Value.Text.Length > 0)
            return member.Value.Text;
        if (member.Value.Kind != JsonKind.False)
            MemberReader.WrongValue(member.Name, member.Value, "a string that is not empty, or false", scope.Diagnostics);
        return null;
    }

    private void CheckStates(IReadOnlyList<JsonNode> from, JsonNode? to)
    {
        foreach (var name in from)
        {
            if (FindState(name) is { Terminal: true } && to is not null && to.Text != name.Text)
                scope.Diagnostics.Add(SchemaRules.TerminalState, name.Span, name.Text, to.Text);
        }

        if (to is not null)
            FindState(to);
    }

    private StateModel? FindState(JsonNode name)
    {
        var state = parts.States.FirstOrDefault(candidate => string.Equals(candidate.Name, name.Text, StringComparison.Ordinal));
        if (state is null)
            scope.Diagnostics.Add(SchemaRules.UnknownState, name.Span, name.Text, ContractScope.OneOf(parts.States.Select(static known => known.Name)));
        return state;
    }

    private void CheckNotifications(IReadOnlyList<JsonNode> names)
    {
        foreach (var name in names)
        {
            if (!parts.Notifications.Contains(name.Text))
                scope.Diagnostics.Add(SchemaRules.UnknownNotification, name.Span, name.Text, ContractScope.OneOf(parts.Notifications));
        }
    }

    private static EquatableArray<string> Texts(IReadOnlyList<JsonNode> nodes) => new(nodes.Select(static node => node.Text));
}
