using Parley.Schema.Diagnostics;
using Parley.Schema.Json;
using Parley.Schema.Model;
using Parley.Schema.Reading;

namespace Parley.Schema.Contracts;

/// <summary>Reads the notifications of a manifest.</summary>
internal sealed class NotificationReader(ContractScope scope)
{
    public List<NotificationModel> Read(IReadOnlyList<JsonMember> notifications)
    {
        var read = new List<NotificationModel>();
        foreach (var member in notifications)
        {
            if (ReadOne(member) is not { } notification)
                continue;
            foreach (var other in read)
                CheckDistinct(other, notification, member);
            read.Add(notification);
        }

        return read;
    }

    private NotificationModel? ReadOne(JsonMember member)
    {
        ContractNames.Check(member.Name, member.NameSpan, "a notification", scope.Diagnostics);
        if (MemberReader.Open(member, "a notification", scope.Diagnostics) is not { } members)
            return null;

        var channel = members.Text("channel", required: true);
        var summary = members.Text("summary", required: true);
        var payloadMember = members.Take("payload", required: true);
        members.Finish();

        if (channel is not null && BayeuxChannel.FindFault(channel.Text, service: false) is { } fault)
            scope.Diagnostics.Add(SchemaRules.BadChannel, channel.Span, channel.Text, fault);
        var payload = payloadMember is null ? null : scope.ReadRecord(payloadMember);
        if (channel is null || summary is null || payload is null)
            return null;
        return new NotificationModel(
            member.Name, channel.Text, summary.Text, scope.Schemas.Reference(payload), new EquatableArray<SelectorModel>(Selectors(payload)));
    }

    private IEnumerable<SelectorModel> Selectors(SchemaSyntax payload)
    {
        foreach (var member in scope.Schemas.MembersOf(payload))
        {
            if (!member.Required)
                continue;
            var json = member.Followed.Json;
            if (json.Find("const") is { Value.Kind: JsonKind.String } constant)
                yield return new SelectorModel(member.Name, new EquatableArray<string>([constant.Value.Text]));
            else if (json.Find("enum") is { } values && values.Value.Items.All(static item => item.Kind == JsonKind.String))
                yield return new SelectorModel(member.Name, new EquatableArray<string>(values.Value.Items.Select(static item => item.Text)));
        }
    }

    private void CheckDistinct(NotificationModel first, NotificationModel second, JsonMember place)
    {
        if (!string.Equals(first.Channel, second.Channel, StringComparison.Ordinal))
            return;

        // Either a member that both have never has the same value, or each has one of its own.
        foreach (var selector in first.Selectors)
        {
            var other = second.Selectors.FirstOrDefault(candidate => candidate.Member == selector.Member);
            if (other is not null && !selector.Values.Any(value => other.Values.Contains(value)))
                return;
        }

        if (HasOwn(first, second) && HasOwn(second, first))
            return;
        scope.Diagnostics.Add(SchemaRules.AmbiguousNotifications, place.NameSpan, first.Name, second.Name);
    }

    private static bool HasOwn(NotificationModel one, NotificationModel other) =>
        one.Selectors.Any(selector => !other.Selectors.Any(candidate => candidate.Member == selector.Member));
}
