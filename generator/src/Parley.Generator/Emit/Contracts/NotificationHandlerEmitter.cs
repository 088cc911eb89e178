using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;
using static Parley.Generator.Emit.Contracts.Fragments;

namespace Parley.Generator.Emit.Contracts;

/// <summary><c>IChatNotificationHandler</c>: what a subscriber implements.</summary>
internal static class NotificationHandlerEmitter
{
    public static GeneratedFile Emit(ContractModel contract, ContractNames names)
    {
        var type = names.Declared("NotificationHandler", "I");
        var writer = GeneratedFile.Start(contract.Path, contract.Namespace);
        writer.Line(
            $$"""
            /// <summary>Takes the notifications of {{XmlDocText.Of(contract.Title)}}.</summary>
            {{GeneratedFile.GeneratedCodeAttribute}}
            public interface {{type}}
            {
                {{Paragraphs(contract.Notifications.Select(Method))}}
            }
            """);
        return GeneratedFile.End(ContractNames.HintName(contract, type), writer);
    }

    private static CSharpCode Method(NotificationModel notification) => CSharpCode.Of(
        $"""
        {DocComment.SummaryAndRemarks(notification.Summary, [$"Channel {notification.Channel}"])}
        /// <param name="payload">The payload.</param>
        /// <param name="cancellationToken">Cancelled when the subscriber goes away.</param>
        global::System.Threading.Tasks.ValueTask {ContractNames.HandlerMethod(notification)}({CSharpCode.TypeName(notification.Payload.TypeName)} payload, global::System.Threading.CancellationToken cancellationToken);
        """);
}
