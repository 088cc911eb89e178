using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;
using static Parley.Generator.Emit.Contracts.Fragments;

namespace Parley.Generator.Emit.Contracts;

/// <summary><c>ChatNotificationDispatcher</c>: from a message on a channel to the typed handler method.</summary>
internal static class NotificationDispatcherEmitter
{
    public static GeneratedFile Emit(ContractModel contract, ContractNames names)
    {
        var type = names.Declared("NotificationDispatcher");
        var numbered = contract.Notifications.Select(static (notification, number) => (notification, number)).ToList();
        var channels = numbered.GroupBy(static entry => entry.notification.Channel, StringComparer.Ordinal).ToList();
        var writer = GeneratedFile.Start(contract.Path, contract.Namespace);
        writer.Line(
            $$"""
            /// <summary>Reads the notifications of {{XmlDocText.Of(contract.Title)}} and hands each to its typed handler.</summary>
            /// <param name="handler">Takes them.</param>
            {{GeneratedFile.GeneratedCodeAttribute}}
            public sealed class {{type}}({{names.Type("NotificationHandler", "I")}} handler) : global::Parley.NotificationDispatcher
            {
                /// <inheritdoc/>
                public override global::System.Collections.Generic.IReadOnlyList<string> Channels { get; } = {{Strings(channels.Select(static channel => channel.Key))}};

                /// <inheritdoc/>
                public override global::System.Threading.Tasks.ValueTask<bool> DispatchAsync(
                    string channel, global::System.ReadOnlyMemory<byte> data, global::System.Threading.CancellationToken cancellationToken = default) =>
                    Select(channel, data.Span) switch
                    {
                        {{Lines(numbered.Select(entry => Handle(entry.notification, entry.number, names)))}}
                        _ => global::System.Threading.Tasks.ValueTask.FromResult(false),
                    };

                private static int Select(string channel, global::System.ReadOnlySpan<byte> data)
                {
                    switch (channel)
                    {
                        {{Lines(channels.Select(static channel => SelectOnChannel(channel.Key, channel)))}}
                        default:
                            return -1;
                    }
                }
            }
            """);
        return GeneratedFile.End(ContractNames.HintName(contract, type), writer);
    }

    private static CSharpCode Handle(NotificationModel notification, int number, ContractNames names) => CSharpCode.Of(
        $"""
        {number} => HandledAsync(handler.{ContractNames.HandlerMethod(notification)}(
            Read<{CSharpCode.TypeName(notification.Payload.TypeName)}>({names.Contract}.{names.Notification(notification)}, data), cancellationToken)),
        """);

    /// <summary>What has more selectors is asked first, since it is the more special; of what has none the last takes all that is left.</summary>
    private static CSharpCode SelectOnChannel(string channel, IEnumerable<(NotificationModel Notification, int Number)> candidates)
    {
        var ordered = candidates.OrderByDescending(static candidate => candidate.Notification.Selectors.Count).ToList();
        var last = ordered[ordered.Count - 1];
        var takesRest = last.Notification.Selectors.Count == 0;
        return CSharpCode.Of(
            $"""
            case {CSharpLiteral.String(channel)}:
                {Lines(ordered.Take(ordered.Count - (takesRest ? 1 : 0)).Select(static candidate => SelectOne(candidate.Notification, candidate.Number)))}
                return {(takesRest ? last.Number : -1)};
            """);
    }

    private static CSharpCode SelectOne(NotificationModel notification, int number) => CSharpCode.Of(
        $"""
        if ({Condition(notification)})
            return {number};
        """);

    private static CSharpCode Condition(NotificationModel notification) =>
        notification.Selectors.Count == 0
            ? CSharpCode.Of($"{CSharpCode.TypeName(notification.Payload.TypeName)}.Validate(data)")
            : CSharpCode.Join(CSharpCode.Of($"\n    && "), notification.Selectors.Select(static selector => CSharpCode.Of(
                $"global::Parley.NotificationSelector.Matches(data, {CSharpLiteral.Utf8(selector.Member)}, {Strings(selector.Values)})")));
}
