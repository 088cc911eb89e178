using Parley.Schema.Json;
using Parley.Schema.Model;

namespace Parley.Documentation.Model;

/// <summary>Joins the linked contracts with what only their source says: descriptions, examples, places.</summary>
public sealed class DocumentationBuilder
{
    private readonly ContractFolder _folder;
    private readonly SchemaCatalogue _schemas;

    private DocumentationBuilder(ContractFolder folder)
    {
        _folder = folder;
        _schemas = SchemaCatalogue.Of(folder);
    }

    /// <summary>Builds the model of a folder.</summary>
    /// <exception cref="InputException">A contract has errors; the message counts them and shows the first.</exception>
    public static DocumentationModel Build(ContractFolder folder)
    {
        var errors = folder.Errors.ToList();
        if (errors.Count > 0)
            throw new InputException($"The contracts have {errors.Count} {(errors.Count == 1 ? "error" : "errors")}; 'parley lint' shows all. The first: {errors[0]}");

        return BuildFaultless(folder);
    }

    /// <summary>Builds the model of those contracts of a folder that have no errors.</summary>
    internal static DocumentationModel BuildFaultless(ContractFolder folder)
    {
        var builder = new DocumentationBuilder(folder);
        return new DocumentationModel([.. folder.Links.Contracts.Select(builder.Build)], builder._schemas, folder);
    }

    private ContractDocumentation Build(ContractModel contract)
    {
        var manifest = new SourceNode(contract.Path, JsonPointer.Root, _folder.Document(contract.Path).Root!);
        var envelopes = contract.Envelopes.Concat(HostEnvelopes.Of(contract, _folder.Links)).Select(envelope => Build(contract, envelope, manifest)).ToList();
        return new ContractDocumentation
        {
            Name = contract.Name,
            Anchor = Anchors.Contract(contract.Name),
            Title = contract.Title,
            Version = contract.Version,
            Description = contract.Description,
            Source = manifest,
            States = [.. contract.States.Select(state =>
                new StateDocumentation(state.Name, Anchors.State(contract.Name, state.Name), state.Description, state.Terminal))],
            Resources = [.. contract.Resources.Select(resource => Build(contract, resource, envelopes, manifest))],
            Envelopes = envelopes,
            Notifications = [.. contract.Notifications.Select(notification => Build(contract, notification, manifest))],
        };
    }

    private EnvelopeDocumentation Build(ContractModel contract, EnvelopeModel envelope, SourceNode manifest)
    {
        var envelopes = manifest.Member("envelopes")!;
        if (envelopes.Json.Find("$ref") is { } reference && _folder.References.FollowToValue(manifest.Path, reference.Value) is { } target)
            envelopes = new SourceNode(target.Path, target.Pointer, target.Value);

        var source = envelopes.Member(envelope.Name)!;
        return new EnvelopeDocumentation
        {
            Name = envelope.Name,
            Anchor = Anchors.Errors(contract.Name, envelope.Name),
            Description = source.Json.Find("description")?.Value.Text,
            Source = source,
            Failure = _schemas.Find(envelope.Failure),
            WritesCode = envelope.Code is not null,
            Failures = envelope.Failures,
        };
    }

    private ResourceDocumentation Build(
        ContractModel contract, ResourceModel resource, List<EnvelopeDocumentation> envelopes, SourceNode manifest)
    {
        var source = manifest.Member("resources")!.Member(resource.Template)!;
        var listed = source.Json.Find("parameters")?.Value;
        var parameters = resource.Parameters
            .Select(parameter => new ParameterDocumentation(
                parameter.Name, parameter.Description, listed?.Find(parameter.Name)?.Value.Find("example")?.Value.Text))
            .ToList();
        var headers = source.Json.Find("headers")?.Value.Members.Select(static header =>
            new ParameterDocumentation(header.Name, header.Value.Find("description")?.Value.Text, header.Value.Find("example")?.Value.Text));
        var built = new ResourceDocumentation
        {
            Anchor = Anchors.Resource(contract.Name, resource.Template),
            Template = resource.Template,
            Description = source.Json.Find("description")?.Value.Text,
            Channel = resource.Channel,
            ServiceChannel = resource.ServiceChannel,
            Parameters = parameters,
            Headers = [.. headers ?? []],
            Methods = [],
        };
        return built with
        {
            Methods = [.. resource.Methods.Select(method => new MethodDocumentation(
                method.Verb,
                method.Discriminator,
                [.. method.Operations.Select(operation => Build(contract, built, method, operation, envelopes, source))]))],
        };
    }

    private OperationDocumentation Build(
        ContractModel contract, ResourceDocumentation resource, MethodModel method, OperationModel operation, List<EnvelopeDocumentation> envelopes, SourceNode resourceSource)
    {
        var source = resourceSource.Member(method.Verb.ToLowerInvariant())!.Member("operations")!.Member(operation.Name)!;
        var id = contract.Name + "." + operation.Name;
        return new OperationDocumentation
        {
            Id = id,
            Anchor = Anchors.Operation(id),
            Contract = contract.Name,
            Name = operation.Name,
            WireName = operation.WireName,
            Summary = operation.Summary,
            Description = operation.Description,
            Verb = method.Verb,
            Template = resource.Template,
            Channel = resource.Channel,
            ServiceChannel = method.Discriminator is null ? null : resource.ServiceChannel,
            Discriminator = method.Discriminator,
            Parameters = resource.Parameters,
            Headers = resource.Headers,
            Request = operation.Request is null ? null : _schemas.Find(operation.Request),
            QuerySchema = operation.Query is null ? null : _schemas.Find(operation.Query),
            Query = operation.Query is null ? [] : [.. ReadQuery(operation.QueryParameters, _schemas.Find(operation.Query))],
            Success = _schemas.Find(operation.Success),
            Envelope = envelopes.First(envelope => envelope.Name == operation.Envelope),
            Permissions = operation.Permissions,
            Features = operation.Features,
            From = operation.From,
            To = operation.To,
            Capability = operation.Capability,
            Notifies = [.. operation.Notifies.Select(name => LinkTo(contract, name, Anchors.Notification))],
            Examples = [.. ReadExamples(source)],
            Source = source,
        };
    }

    private IEnumerable<QueryParameterDocumentation> ReadQuery(EquatableArray<QueryParameterModel> parameters, SchemaDocumentation schema)
    {
        var record = _schemas.Follow(schema.Source);
        var required = record.Json.Find("required")?.Value.Items.Select(static item => item.Text).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var parameter in parameters)
        {
            var property = record.Member("properties")!.Member(parameter.Name)!;
            var description = property.Json.Find("description")?.Value.Text ?? _schemas.TargetOf(property.Json)?.Description;
            yield return new QueryParameterDocumentation(parameter.Name, required.Contains(parameter.Name), property, description);
        }
    }

    private static IEnumerable<ExampleDocumentation> ReadExamples(SourceNode operation)
    {
        foreach (var example in operation.Json.Find("examples")?.Value.Items ?? [])
        {
            yield return new ExampleDocumentation(
                example.Find("request")?.Value, example.Find("success")!.Value, example.Find("failure")?.Value);
        }
    }

    private NotificationDocumentation Build(ContractModel contract, NotificationModel notification, SourceNode manifest)
    {
        var id = contract.Name + "." + notification.Name;
        var causes = contract.Resources
            .SelectMany(static resource => resource.Methods)
            .SelectMany(static method => method.Operations)
            .Where(operation => operation.Notifies.Contains(notification.Name))
            .Select(operation => LinkTo(contract, operation.Name, Anchors.Operation));
        return new NotificationDocumentation
        {
            Id = id,
            Anchor = Anchors.Notification(id),
            Contract = contract.Name,
            Name = notification.Name,
            Channel = notification.Channel,
            Summary = notification.Summary,
            Payload = _schemas.Find(notification.Payload),
            Selectors = notification.Selectors,
            CausedBy = [.. causes],
            Source = manifest.Member("notifications")!.Member(notification.Name)!,
        };
    }

    private static DocumentationLink LinkTo(ContractModel contract, string name, Func<string, string> anchor) =>
        new(contract.Name + "." + name, name, anchor(contract.Name + "." + name));
}
