using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;
using static Parley.Generator.Emit.Contracts.Fragments;

namespace Parley.Generator.Emit.Contracts;

/// <summary><c>ChatNotifications</c>: a typed method per notification over the untyped sink. Only for a contract that has notifications.</summary>
internal static class NotificationsPublisherEmitter
{
    public static GeneratedFile Emit(ContractModel contract, ContractNames names)
    {
        var type = names.Declared("Notifications");
        var methods = new MemberNames("Notification", type.Text);
        var writer = GeneratedFile.Start(contract.Path, contract.Namespace);
        writer.Line(
            $$"""
            /// <summary>Publishes the notifications of {{XmlDocText.Of(contract.Title)}}.</summary>
            /// <param name="sink">Takes them.</param>
            {{GeneratedFile.GeneratedCodeAttribute}}
            public sealed class {{type}}(global::Parley.INotificationSink sink)
            {
                {{Paragraphs(contract.Notifications.Select(notification => Method(notification, methods.Allocate(notification.Name), names)))}}
            }
            """);
        return GeneratedFile.End(ContractNames.HintName(contract, type), writer);
    }

    private static CSharpCode Method(NotificationModel notification, CSharpIdentifier method, ContractNames names) => CSharpCode.Of(
        $"""
        {DocComment.SummaryAndRemarks(notification.Summary, [$"Channel {notification.Channel}"])}
        /// <param name="recipient">Whom /me/ in the channel stands for.</param>
        /// <param name="payload">The payload.</param>
        public void {method}(string recipient, {CSharpCode.TypeName(notification.Payload.TypeName)} payload) =>
            global::Parley.NotificationPublishing.Publish(sink, recipient, {names.Contract}.{names.Notification(notification)}, payload);
        """);
}
