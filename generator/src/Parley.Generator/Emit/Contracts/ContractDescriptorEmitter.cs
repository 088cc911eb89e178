using Parley.Generator.Emit.Writing;
using Parley.Schema.Model;
using static Parley.Generator.Emit.Contracts.Fragments;

namespace Parley.Generator.Emit.Contracts;

/// <summary><c>ChatContract</c>: everything that the manifest says, for hosts, clients, documentation and contract tests.</summary>
internal static class ContractDescriptorEmitter
{
    public static GeneratedFile Emit(ContractModel contract, ContractNames names)
    {
        var type = names.Declared("Contract");
        var shapes = OperationShape.All(contract, names);
        var writer = GeneratedFile.Start(contract.Path, contract.Namespace);
        writer.Code(DocComment.SummaryAndRemarks($"{contract.Title} ({contract.Version}) as its manifest states it.", [contract.Description]));
        writer.Line(
            $$"""
            {{GeneratedFile.GeneratedCodeAttribute}}
            public static partial class {{type}}
            {
                {{Paragraphs(shapes.Select(shape => Operation(shape, names)).Concat(contract.Notifications.Select(notification => Notification(notification, names))))}}

                /// <summary>The contract.</summary>
                public static global::Parley.ContractDescriptor Descriptor { get; } = new()
                {
                    Name = {{CSharpLiteral.String(contract.Name)}},
                    Title = {{CSharpLiteral.String(contract.Title)}},
                    Version = {{CSharpLiteral.String(contract.Version)}},
                    Resources =
                    [
                        {{Lines(contract.Resources.Select(resource => Resource(resource, names)))}}
                    ],
                    Operations = [{{Commas(shapes.Select(shape => (CSharpCode)names.Operation(shape.Operation)))}}],
                    Notifications = [{{Commas(contract.Notifications.Select(notification => (CSharpCode)names.Notification(notification)))}}],
                    Sources = new global::Parley.SourceTexts({{Strings(contract.Sources.Select(static source => source.Path))}}, Source),
                };

                /// <summary>Positions in <see cref="global::Parley.ContractDescriptor.Operations"/>.</summary>
                public static class OperationIndex
                {
                    {{Paragraphs(shapes.Select(shape => Index(shape, names)))}}
                }

                private static class Envelopes
                {
                    {{Paragraphs(contract.Envelopes.Select(envelope => EnvelopeFragment.Of(envelope, names)))}}
                }
            }
            """);
        return GeneratedFile.End(ContractNames.HintName(contract, type), writer);
    }

    private static CSharpCode Index(OperationShape shape, ContractNames names) => CSharpCode.Of(
        $"""
        {DocComment.Summary($"Position of {shape.Operation.Name}.")}
        public const int {names.Operation(shape.Operation)} = {shape.Operation.Index};
        """);

    private static CSharpCode Operation(OperationShape shape, ContractNames names)
    {
        var operation = shape.Operation;
        return CSharpCode.Of(
            $$"""
            {{DocComment.Summary(operation.Summary)}}
            public static readonly global::Parley.OperationDescriptor {{names.Operation(operation)}} = new()
            {
                {{Lines(
                [
                    CSharpCode.Of($"Index = OperationIndex.{names.Operation(operation)},"),
                    CSharpCode.Of($"Name = {CSharpLiteral.String(operation.Name)},"),
                    Text("WireName", operation.WireName),
                    Text("Discriminator", operation.WireName is null ? null : shape.Method.Discriminator),
                    CSharpCode.Of($"Method = {CSharpLiteral.String(shape.Method.Verb)},"),
                    CSharpCode.Of($"Template = {CSharpLiteral.String(shape.Resource.Template)},"),
                    CSharpCode.Of($"Summary = {CSharpLiteral.String(operation.Summary)},"),
                    CSharpCode.Of($"Envelope = Envelopes.{names.Envelope(operation.Envelope)},"),
                    shape.Method.Envelope == operation.Envelope ? CSharpCode.Empty : CSharpCode.Of($"MethodEnvelope = Envelopes.{names.Envelope(shape.Method.Envelope)},"),
                    Texts("Permissions", operation.Permissions),
                    Texts("Features", operation.Features),
                    Texts("From", operation.From),
                    Text("To", operation.To),
                    Text("Capability", operation.Capability),
                    Texts("Notifies", operation.Notifies),
                ])}}
            };
            """);
    }

    private static CSharpCode Notification(NotificationModel notification, ContractNames names) => CSharpCode.Of(
        $$"""
        {{DocComment.Summary(notification.Summary)}}
        public static readonly global::Parley.NotificationDescriptor {{names.Notification(notification)}} = new()
        {
            Name = {{CSharpLiteral.String(notification.Name)}},
            Channel = {{CSharpLiteral.String(notification.Channel)}},
            Summary = {{CSharpLiteral.String(notification.Summary)}},
        };
        """);

    private static CSharpCode Resource(ResourceModel resource, ContractNames names) => CSharpCode.Of(
        $$"""
        new()
        {
            {{Lines(
            [
                CSharpCode.Of($"Template = {CSharpLiteral.String(resource.Template)},"),
                Text("Channel", resource.Channel),
                Text("ServiceChannel", resource.ServiceChannel),
            ])}}
            Methods =
            [
                {{Lines(resource.Methods.Select(method => Method(method, names)))}}
            ],
        },
        """);

    private static CSharpCode Method(MethodModel method, ContractNames names) => CSharpCode.Of(
        $$"""
        new()
        {
            {{Lines(
            [
                CSharpCode.Of($"Method = {CSharpLiteral.String(method.Verb)},"),
                Text("Discriminator", method.Discriminator),
                CSharpCode.Of($"Envelope = Envelopes.{names.Envelope(method.Envelope)},"),
                CSharpCode.Of($"Operations = [{Commas(method.Operations.Select(operation => (CSharpCode)names.Operation(operation)))}],"),
                Query(method.Operations[0].QueryParameters),
            ])}}
        },
        """);

    private static CSharpCode Query(EquatableArray<QueryParameterModel> parameters) =>
        parameters.Count == 0
            ? CSharpCode.Empty
            : CSharpCode.Of($"Query = [{Commas(parameters.Select(static parameter => CSharpCode.Of(
                $"new({CSharpLiteral.String(parameter.Name)}, global::Parley.QueryParameterKind.{CSharpIdentifier.Of(parameter.Kind)})")))}],");

    private static CSharpCode Text(string property, string? value) =>
        value is null ? CSharpCode.Empty : CSharpCode.Of($"{CSharpIdentifier.Of(property)} = {CSharpLiteral.String(value)},");

    private static CSharpCode Texts(string property, EquatableArray<string> values) =>
        values.Count == 0 ? CSharpCode.Empty : CSharpCode.Of($"{CSharpIdentifier.Of(property)} = {Strings(values)},");
}
